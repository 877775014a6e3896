import { html } from 'hono/html'
import { stringsOf } from '../strings/strings.ts'
import { attribute, layout, type Page, type Visitor } from './layout.ts'

/** The content library: all of it, a folder or an asset. */
export function contentPage(visitor: Visitor, query: (name: string) => string | undefined): Page {
  const strings = stringsOf(visitor.language)
  return layout(visitor, {
    title: strings.contentTitle,
    script: 'partners',
    portal: true,
    look: 'area',
    main: () => html`
      <hgroup>
        <h1>${strings.contentTitle}</h1>
        <p>${strings.contentText}</p>
      </hgroup>
      <prm-content-library
        asset-href="/partners/content?asset={id}"
        folder-href="/partners/content?folder={id}"
        ${attribute('asset-id', query('asset'))}
        ${attribute('folder-id', query('folder'))}
      ></prm-content-library>
    `,
  })
}
