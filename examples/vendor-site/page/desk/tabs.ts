import { html, nothing, type TemplateResult } from 'lit'
import type { DealQuery, FacetValue } from '@prmkit/contract'
import { figure, words } from './words.ts'

/** The parts of the queue. */
const tabs: Record<string, { label: string; query: DealQuery }> = {
  decide: {
    label: words.tabDecide,
    query: { status: ['submitted', 'under_review'], sort: 'created_desc' },
  },
  waiting: {
    label: words.tabWaiting,
    query: { status: ['action_required'], sort: 'updated_desc' },
  },
  approved: { label: words.tabApproved, query: { status: ['approved'], sort: 'expires_asc' } },
  all: { label: words.tabAll, query: { sort: 'updated_desc' } },
}

/** The query of a part of the queue; deals to decide may begin with those that are due first. */
export const queryOf = (tab: string, newest: boolean, search: string): DealQuery => ({
  ...tabs[tab]?.query,
  ...(tab === 'decide' && !newest && { sort: 'created_asc' }),
  ...(search && { search }),
})

/** The order of what is to decide. */
export const orderChoice = (newest: boolean, onChange: (newest: boolean) => void): TemplateResult =>
  html`<select
    aria-label=${words.order}
    .value=${newest ? 'newest' : 'due'}
    @change=${({ target }: Event) => onChange((target as HTMLSelectElement).value === 'newest')}
  >
    <option value="due">${words.dueFirst}</option>
    <option value="newest">${words.newestFirst}</option>
  </select>`

/** The buttons to choose a part with, and how many registrations are in each. */
export const tabBar = (
  chosen: string,
  counts: readonly FacetValue[] | undefined,
  onShow: (tab: string) => void,
): TemplateResult =>
  html`<div class="tabs" role="group" aria-label=${words.deskQueue}>
    ${Object.entries(tabs).map(
      ([tab, { label }]) =>
        html`<button aria-pressed=${tab === chosen} @click=${() => onShow(tab)}>
          ${label} ${counts ? html`<small>${figure(countIn(tab, counts))}</small>` : nothing}
        </button>`,
    )}
  </div>`

/** How many registrations are in a part of the queue. */
export function countIn(tab: string, counts: readonly FacetValue[] = []): number {
  const { status } = tabs[tab]?.query ?? {}
  const counted = counts.filter(({ value }) => !status || status.includes(value as never))
  return counted.reduce((sum, { count }) => sum + count, 0)
}

/** The panel beside the queue while nothing is chosen: how much there is, and where to begin. */
export const beginning = (
  tab: string,
  counts: readonly FacetValue[],
  onFirst: (() => void) | undefined,
): TemplateResult =>
  html`<div class="beginning">
    <p>
      <b>${figure(countIn(tab, counts))}</b>
      ${tab === 'all' ? words.deskQueue : tabs[tab]?.label}
    </p>
    ${
      onFirst
        ? html`<p class="soft">${words.choose}</p>
            <button class="button" @click=${onFirst}>${words.first}</button>`
        : nothing
    }
  </div>`

/** The field to search the queue with. */
export const searchField = (search: string, onInput: (event: Event) => void): TemplateResult =>
  html`<input
    type="search"
    maxlength="200"
    aria-label=${words.deskSearch}
    placeholder=${words.deskSearch}
    .value=${search}
    @input=${onInput}
  />`
