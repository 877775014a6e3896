import { html, LitElement, type TemplateResult } from 'lit'
import { words } from '../desk/words.ts'

type Tab = 'places' | 'points' | 'tiers' | 'people'

const tabs: Record<Tab, string> = {
  places: words.boardPlaces,
  points: words.boardPoints,
  tiers: words.boardTiers,
  people: words.people,
}

const parts: Record<Tab, TemplateResult> = {
  places: html`<qm-board-places></qm-board-places>`,
  points: html`<qm-point-desk></qm-point-desk>`,
  tiers: html`<qm-tier-desk></qm-tier-desk>`,
  people: html`<qm-person-desk></qm-person-desk>`,
}

/** The boards, the points, the tiers and the people, one at a time. */
export class BoardDesk extends LitElement {
  static override properties = { tab: { state: true } }

  declare tab: Tab

  constructor() {
    super()
    this.tab = 'places'
  }

  // The desk is part of the site: its styles are the site's.
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): TemplateResult {
    return html`<section class="report" aria-label=${words.navBoards}>
      <div class="tabs" role="group" aria-label=${words.boards}>
        ${Object.entries(tabs).map(
          ([name, label]) =>
            html`<button aria-pressed=${name === this.tab} @click=${() => (this.tab = name as Tab)}>
              ${label}
            </button>`,
        )}
      </div>
      ${parts[this.tab]}
    </section>`
  }
}
