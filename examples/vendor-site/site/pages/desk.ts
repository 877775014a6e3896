import { html } from 'hono/html'
import { stringsOf } from '../strings/strings.ts'
import { layout, type Page, type Visitor } from './layout.ts'

/** The channel manager's desk. */
export function deskPage(visitor: Visitor): Page {
  const strings = stringsOf(visitor.language)
  return layout(visitor, {
    title: strings.deskTitle,
    script: 'desk',
    look: 'desk',
    main: () => html`
      <h1 class="quiet">${strings.deskTitle}</h1>
      <prm-portal base-url="${visitor.apiUrl}" token-url="/prm-token">
        <qm-desk></qm-desk>
      </prm-portal>
    `,
  })
}

/** The notes of readers of the knowledge base, and their searches. */
export function articleTasksPage(visitor: Visitor): Page {
  const strings = stringsOf(visitor.language)
  return layout(visitor, {
    title: strings.tasks,
    script: 'desk-articles',
    look: 'desk',
    main: () => html`
      <h1 class="quiet">${strings.tasks}</h1>
      <prm-portal base-url="${visitor.apiUrl}" token-url="/prm-token">
        <qm-article-tasks></qm-article-tasks>
      </prm-portal>
    `,
  })
}
