import { html, nothing, type TemplateResult } from 'lit'
import type { Deal } from '@prmkit/contract'
import { dueOf, statusOf } from './deal-view.ts'
import { words } from './words.ts'

/** What the list of registrations shows and does. */
export interface Queue {
  deals: readonly Deal[]
  chosen: string | undefined
  onChoose: (id: string) => void
  /** Fetches more, where there are more. */
  onMore?: (() => void) | undefined
}

/** The registrations to choose from. */
export const queue = ({ deals, chosen, onChoose, onMore }: Queue): TemplateResult =>
  html`<ul>
      ${deals.map(
        (deal) =>
          html`<li>
            <button
              class="entry"
              data-deal=${deal.id}
              aria-current=${deal.id === chosen ? 'true' : nothing}
              @click=${() => onChoose(deal.id)}
            >
              <b><bdi>${deal.customer.companyName}</bdi></b>
              <span><bdi>${deal.name}</bdi></span>
              <small>
                <bdi>${deal.partners[0]?.name ?? deal.number}</bdi>
                ${statusOf(deal)}
              </small>
              ${dueOf(deal)}
            </button>
          </li>`,
      )}
    </ul>
    ${onMore ? html`<button class="button" @click=${onMore}>${words.more}</button>` : nothing}`
