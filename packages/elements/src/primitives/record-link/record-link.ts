import { html, type TemplateResult } from 'lit'
import { opensElsewhere, recordAddress } from '../../base/safe-address.ts'

/** A record and the way to it. */
export interface RecordLinkOptions {
  readonly id: string
  /** The anchor of a heading of it. */
  readonly anchor?: string | undefined
  /** The address of a record on the host's site, with `{id}`. */
  readonly href: string | undefined
  readonly label: unknown
  /** The class of the link or button. */
  readonly look: string
  /** Opens the record in this widget. */
  readonly open: (id: string) => void
}

/** Opens a record in the widget; with an address it is a link, which other tabs can open too. */
export function recordLink({
  id,
  anchor,
  href,
  label,
  look,
  open,
}: RecordLinkOptions): TemplateResult {
  const press = (event: MouseEvent) => {
    if (opensElsewhere(event)) return
    event.preventDefault()
    open(id)
  }
  const address = recordAddress(href, id, anchor)
  return address === undefined
    ? html`<button class=${look} type="button" @click=${press}>${label}</button>`
    : html`<a class=${look} href=${address} @click=${press}>${label}</a>`
}
