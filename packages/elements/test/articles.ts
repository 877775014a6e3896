import type { Article, ArticleRow } from '@prmkit/contract'
import type { TestBackend } from './backend.ts'

/** An article as a test writes it: English HTML, published, unless said. */
export interface Written extends Omit<Partial<ArticleRow>, 'key'> {
  readonly title?: string
  readonly summary?: string
  readonly html?: string
  readonly section?: string
}

/** Makes sections of the knowledge base, each with its key as its title. */
export async function addSections(backend: TestBackend, ...titles: string[]): Promise<void> {
  const rows = titles.map((title, position) => ({
    ...{ key: title, texts: { en: { title } }, position },
  }))
  await backend.asVendor('POST', '/sections/bulk', { rows })
}

/** Brings in articles by their keys, as the vendor's other help centre does. */
export async function publish(
  backend: TestBackend,
  articles: Readonly<Record<string, Written>>,
): Promise<void> {
  const rows = Object.entries(articles).map(([key, written]) => {
    const { title = key, summary, html: body = '<p>Text.</p>', section, ...rest } = written
    return {
      key,
      texts: { en: { title, body, format: 'html', ...(summary && { summary }) } },
      ...(section && { sectionKey: section }),
      ...rest,
    }
  })
  const answer = await backend.asVendor('POST', '/articles/bulk', { rows })
  if (JSON.stringify(answer).includes('"refused"')) throw new Error(JSON.stringify(answer))
}

/** An article as its readers get it, by its title. */
export async function articleCalled(backend: TestBackend, title: string): Promise<Article> {
  const path = '/articles?limit=100'
  const { items } = (await backend.as('ada', 'GET', path)) as { items: Article[] }
  const found = items.find((one) => one.title === title)
  if (!found) throw new Error(`No article is called ${title}.`)
  return found
}
