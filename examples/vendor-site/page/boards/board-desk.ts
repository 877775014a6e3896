import { html } from 'lit'
import { words } from '../desk/words.ts'
import { DeskTabs } from '../parts/desk-tabs.ts'

/** The boards, the points, the tiers and the people, one at a time. */
export class BoardDesk extends DeskTabs {
  constructor() {
    super(words.navBoards, words.boards, [
      [words.boardPlaces, html`<qm-board-places></qm-board-places>`],
      [words.boardPoints, html`<qm-point-desk></qm-point-desk>`],
      [words.boardTiers, html`<qm-tier-desk></qm-tier-desk>`],
      [words.people, html`<qm-person-desk></qm-person-desk>`],
    ])
  }
}
