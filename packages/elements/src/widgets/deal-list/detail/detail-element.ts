import type { Deal } from '@prmkit/contract'
import { define } from '../../../base/define.ts'

/** What the list does for the registration that it shows in full. */
export interface DetailOwner {
  /** Opens another registration, or with an empty id the list. */
  open(id: string): void
  /** It was deleted, and is no longer to be seen anywhere. */
  gone(): void
  changed(deal: Deal): void
}

/** The code for one registration in full. */
export const fetchDetail = () => import('./deal-detail.ts')

/** Makes the element for one registration in full. */
export async function detailElement(owner: DetailOwner): Promise<HTMLElement> {
  const { PrmDealDetail } = await fetchDetail()
  const element = document.createElement(define('prm-deal-detail', PrmDealDetail))
  element.addEventListener('prm-open', (event) => owner.open((event as Event & { id: string }).id))
  element.addEventListener('prm-gone', () => owner.gone())
  element.addEventListener('prm-changed', (event) =>
    owner.changed((event as Event & { deal: Deal }).deal),
  )
  return element
}
