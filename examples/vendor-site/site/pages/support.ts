import { html } from 'hono/html'
import { fill, stringsOf } from '../strings/strings.ts'
import { attribute, layout, type Page, type Visitor } from './layout.ts'

/** The knowledge base: an article, a section or what a search finds. */
export function supportPage(visitor: Visitor, query: (name: string) => string | undefined): Page {
  const strings = stringsOf(visitor.language)
  return layout(visitor, {
    title: strings.supportTitle,
    script: 'partners',
    portal: true,
    look: 'area',
    main: () => html`
      <hgroup>
        <h1>${strings.supportTitle}</h1>
        <p>${strings.supportText}</p>
      </hgroup>
      <prm-knowledge-base
        article-href="/partners/support?article={id}"
        section-href="/partners/support?section={id}"
        ask-href="/partners/ask?text={text}"
        ${attribute('article-id', query('article'))}
        ${attribute('section-id', query('section'))}
        ${attribute('search', query('search'))}
      ></prm-knowledge-base>
    `,
  })
}

const mail = 'service@quellmark.example'

/** The way to a person, with what was searched for. */
export function askPage(visitor: Visitor, text = ''): Page {
  const strings = stringsOf(visitor.language)
  const words = text.slice(0, 200)
  // The address stands in the sentence as a link.
  const [before = '', after = ''] = fill(words ? strings.askText : strings.askTextPlain, {
    text: words,
    mail: '\0',
  }).split('\0')
  const subject = words && `?subject=${encodeURIComponent(words)}`
  return layout(visitor, {
    title: strings.askTitle,
    script: 'partners',
    portal: true,
    look: 'area narrow',
    main: () => html`
      <hgroup>
        <h1>${strings.askTitle}</h1>
        <p>${before}<a href="mailto:${mail}${subject}">${mail}</a>${after}</p>
      </hgroup>
      <a class="button" href="/partners/support?search=${encodeURIComponent(words)}"
        >${strings.askAgain}</a
      >
    `,
  })
}
