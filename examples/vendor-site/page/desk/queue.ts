import { html, nothing, type TemplateResult } from 'lit'
import type { Deal, FacetValue } from '@prmkit/contract'
import { dueOf, statusBadge } from './deal-view.ts'
import { step } from './desk-keys.ts'
import { countIn } from './tabs.ts'
import { isOverdue } from './work-order.ts'
import { estimate, figure, isolated, say, words } from './words.ts'

/** The content and the commands of the list of registrations. */
export interface Queue {
  /** None until they are loaded. */
  deals: readonly Deal[] | undefined
  chosen: string | undefined
  tab: string
  /** The searched text. */
  search: string
  counts: readonly FacetValue[] | undefined
  /** The vendor's. */
  timeZone: string | undefined
  onChoose: (id: string) => void
  /** Fetches more, where there are more. */
  onMore?: (() => void) | undefined
  onSearchAll: () => void
}

/** The registrations to choose from, or why there are none. */
export function queueView(queue: Queue): TemplateResult {
  const { deals, onMore, chosen } = queue
  if (!deals) return html`<p class="hint" role="status">${words.loading}</p>`
  if (!deals.length) return html`<div class="hint" role="status">${none(queue)}</div>`
  const late = deals.filter((deal) => isOverdue(deal)).length
  const stop = deals.some(({ id }) => id === chosen) ? chosen : deals[0]?.id
  return html`<div class="list">
    ${late ? html`<p class="overdue" role="status">${say(words.overdueCount, { n: figure(late) })}</p>` : nothing}
    <ul @keydown=${step}>
      ${deals.map((deal) => html`<li>${entry(deal, queue, deal.id === stop)}</li>`)}
    </ul>
    ${onMore ? html`<button class="button" @click=${onMore}>${words.more}</button>` : nothing}
  </div>`
}

const entry = (deal: Deal, { chosen, timeZone, onChoose }: Queue, stop: boolean) =>
  html`<button
    class="entry ${isOverdue(deal) ? 'late' : ''}"
    tabindex=${stop ? 0 : -1}
    data-deal=${deal.id}
    aria-current=${deal.id === chosen ? 'true' : nothing}
    @click=${() => onChoose(deal.id)}
  >
    <span class="head"
      ><b><bdi>${deal.customer.companyName}</bdi></b> ${statusBadge(deal)}</span
    >
    <span><bdi>${deal.name}</bdi></span>
    <small>
      <span
        ><bdi>${deal.partners[0]?.name ?? deal.number}</bdi
        >${deal.ownerName ? html` · <bdi>${deal.ownerName}</bdi>` : nothing}</span
      >
      ${deal.amount ? html`<bdi class="number">${estimate(deal.amount)}</bdi>` : nothing}
    </small>
    ${dueOf(deal, timeZone)}
  </button>`

function none({ tab, search, counts, onSearchAll }: Queue) {
  if (!search) return html`<p>${tab === 'decide' ? words.noneDecide : words.none}</p>`
  const elsewhere = tab !== 'all' && countIn('all', counts)
  const text = elsewhere ? words.noneFoundHere : words.noneFound
  return html`<p>${say(text, { search: isolated(search) })}</p>
    ${elsewhere ? html`<button class="button" @click=${onSearchAll}>${words.searchAll}</button>` : nothing}`
}

/** The registration after another in the list, or the one that took its place. */
export function following(
  deals: readonly Deal[],
  chosen: string | undefined,
  place: number,
): Deal | undefined {
  const at = deals.findIndex(({ id }) => id === chosen)
  return at < 0 ? (deals[place] ?? deals.at(-1)) : deals[at + 1]
}

/** Leads back to the list, where the screen has no room for both. */
export const backButton = (onBack: () => void): TemplateResult =>
  html`<button class="link back" @click=${onBack}>${words.back}</button>`
