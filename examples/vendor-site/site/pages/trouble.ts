import { html } from 'hono/html'
import { stringsOf } from '../strings/strings.ts'
import { layout, type Page, type Visitor } from './layout.ts'

/** The page shown where there is none, or none can be made now. */
export function troublePage(visitor: Visitor, what: 'notFound' | 'unavailable'): Page {
  const strings = stringsOf(visitor.language)
  const { title, text } = {
    notFound: { title: strings.notFoundTitle, text: strings.notFoundText },
    unavailable: { title: strings.unavailableTitle, text: strings.signInUnavailable },
  }[what]
  return layout(visitor, {
    title,
    look: 'area',
    main: () => html`
      <hgroup>
        <h1>${title}</h1>
        <p>${text}</p>
      </hgroup>
      ${
        what === 'notFound'
          ? html`<a class="button strong" href="/">${strings.home}</a>`
          : html`<a class="button strong" href="${visitor.path}">${strings.retry}</a>`
      }
    `,
  })
}
