import { html } from 'lit'
import type { DealRef } from '@prmkit/contract'
import { opensElsewhere, recordAddress } from '../../base/safe-address.ts'
import { NavigateEvent } from '../../events.ts'
import type { DealFormHost } from './host.ts'

/** The address of a registration on the host's site; without a template, this page with its id. */
export function addressOf({ dealHref }: DealFormHost, id: string): string {
  if (dealHref) return recordAddress(dealHref, id) ?? '#'
  const url = new URL(location.href)
  url.searchParams.set('deal-id', id)
  return url.href
}

/** Lets the host page navigate in its own way, unless the reader wants another tab. */
export const navigate = (host: DealFormHost, id: string) => (event: MouseEvent) => {
  if (opensElsewhere(event)) return
  if (!host.emit(new NavigateEvent({ resource: 'deal', id }))) event.preventDefault()
}

/** Links to registrations that the reader may see. */
export const dealLinks = (host: DealFormHost, deals: readonly DealRef[]) =>
  deals.map(
    ({ id, number, name }, index) =>
      html`${index ? ', ' : ''}<a href=${addressOf(host, id)} @click=${navigate(host, id)}
          ><bdi>${number} ${name}</bdi></a
        >`,
  )
