import { html, type TemplateResult } from 'lit'
import type { DealRef } from '@prmkit/contract'
import type { PrmDealDetail } from './deal-detail.ts'

/** Opens another registration here; an address, where there is one, opens it elsewhere too. */
export function dealLink(detail: PrmDealDetail, { id, number, name }: DealRef): TemplateResult {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    detail.open(id)
  }
  const label = html`<bdi>${number}</bdi> <bdi>${name}</bdi>`
  const { dealHref } = detail
  return dealHref
    ? html`<a href=${dealHref.replaceAll('{id}', encodeURIComponent(id))} @click=${open}
        >${label}</a
      >`
    : html`<button class="text" type="button" @click=${open}>${label}</button>`
}
