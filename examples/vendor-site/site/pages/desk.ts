import { html } from 'hono/html'
import { stringsOf } from '../strings/strings.ts'
import { layout, type Page, type Visitor } from './layout.ts'

/** The pages of the desk: the script of each, and the key of its title. */
const pages = {
  /** The registrations to decide. */
  deals: { script: 'desk', title: 'deskTitle' },
  /** The notes of readers of the knowledge base, and their searches. */
  articles: { script: 'desk-articles', title: 'tasks' },
  /** The form for new assets, and the use of the content library. */
  assets: { script: 'desk-assets', title: 'use' },
  /** The boards, points and tiers. */
  boards: { script: 'desk-boards', title: 'boards' },
  /** The courses, classes, certificates and teams. */
  training: { script: 'desk-training', title: 'academy' },
} as const

const contents = {
  deals: html`<qm-desk></qm-desk>`,
  articles: html`<qm-article-tasks></qm-article-tasks>`,
  boards: html`<qm-board-desk></qm-board-desk>`,
  training: html`<qm-training-desk></qm-training-desk>`,
  assets: html`<qm-asset-form></qm-asset-form><qm-asset-use></qm-asset-use>`,
}

/** A page of the channel manager's desk. */
export const deskPage =
  (name: keyof typeof pages) =>
  (visitor: Visitor): Page => {
    const { script, title } = pages[name]
    const text = stringsOf(visitor.language)[title]
    return layout(visitor, {
      title: text,
      script,
      look: 'desk',
      main: () => html`
        <h1 class="quiet">${text}</h1>
        <prm-portal base-url="${visitor.apiUrl}" token-url="/prm-token"
          >${contents[name]}</prm-portal
        >
      `,
    })
  }
