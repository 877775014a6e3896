import { html } from 'lit'
import type { DealRef } from '@prmkit/contract'
import { NavigateEvent } from '../../events.ts'
import type { DealFormHost } from './host.ts'

/** Where a registration is on the host's site; without a hint, this page with its id. */
export function addressOf({ dealHref }: DealFormHost, id: string): string {
  const given = dealHref?.replaceAll('{id}', encodeURIComponent(id)) ?? location.href
  const url = URL.parse(given, document.baseURI)
  if (!url || !/^https?:$/.test(url.protocol)) return '#'
  if (!dealHref) url.searchParams.set('deal-id', id)
  return url.href
}

/** Lets the host page navigate in its own way, unless the reader wants another tab. */
export const navigate = (host: DealFormHost, id: string) => (event: MouseEvent) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
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
