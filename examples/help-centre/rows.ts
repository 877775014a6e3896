import type { ArticleRow, Audience, SectionRow } from '@prmkit/contract'
import type { Article, HelpCentre, Translation } from './zendesk.ts'

/** The rows of a help centre, and what was left out with the reason. */
export interface Rows {
  readonly sections: SectionRow[]
  readonly articles: ArticleRow[]
  readonly leftOut: string[]
}

/**
 * Turns a help centre into rows of sections and articles. `segments` tells, by their ids, which
 * partners the user segments of the help centre are; an article for a segment that is not there is
 * left out, since it is not for everybody.
 */
export function rowsOf(
  { categories, sections, articles, translations }: HelpCentre,
  segments: Readonly<Record<string, Audience>>,
): Rows {
  const leftOut: string[] = []
  const of = (type: Translation['source_type'], id: number) =>
    translations.filter((one) => one.source_type === type && one.source_id === id)
  const textsOf = <Text>(
    what: string,
    own: readonly [locale: string, text: Text],
    others: readonly (readonly [locale: string, text: Text])[],
  ): Record<string, Text> => {
    const texts: Record<string, Text> = { [languageOf(own[0])]: own[1] }
    for (const [locale, text] of others) {
      const language = languageOf(locale)
      if (locale === own[0]) continue
      if (texts[language]) leftOut.push(`${what} in ${locale}: it is in ${language} already.`)
      else texts[language] = text
    }
    return texts
  }
  const placed = (type: 'Category' | 'Section', place: HelpCentre['categories'][number]) => ({
    key: keyOf(type, place.id),
    language: languageOf(place.locale),
    position: place.position,
    texts: textsOf(
      `${type} ${place.id}`,
      [place.locale, titled(place.name, place.description)],
      of(type, place.id).map((one) => [one.locale, titled(one.title, one.body)] as const),
    ),
  })

  return {
    sections: [
      ...categories.map((category) => placed('Category', category)),
      ...parentsFirst(sections).map((section) => ({
        ...placed('Section', section),
        parentKey: section.parent_section_id
          ? keyOf('Section', section.parent_section_id)
          : keyOf('Category', section.category_id),
      })),
    ],
    articles: articles.flatMap((article) => {
      const what = `Article ${article.id}, “${article.title}”`
      const { user_segment_id: segment } = article
      const audience = segment === null ? {} : segments[segment]
      if (!audience) {
        leftOut.push(`${what}: nobody said who the user segment ${segment} is.`)
        return []
      }
      const others = of('Article', article.id).filter(({ draft }) => !draft)
      return {
        key: keyOf('Article', article.id),
        externalIds: { zendesk: String(article.id) },
        language: languageOf(article.locale),
        addresses: addressesOf([article, ...others]),
        texts: textsOf(
          what,
          [article.locale, written(article.title, article.body, article.edited_at)],
          others.map((one) => [one.locale, written(one.title, one.body, one.updated_at)] as const),
        ),
        tags: [...article.label_names],
        audience,
        promoted: article.promoted,
        position: article.position,
        sectionKey: keyOf('Section', article.section_id),
        status: statusOf(article),
      }
    }),
    leftOut,
  }
}

/** The rows that were sent the last time and are gone now, to be taken out of sight. */
export function goneRows<Row extends { readonly key: string }>(
  before: readonly Row[],
  now: readonly Row[],
): Row[] {
  const keys = new Set(now.map(({ key }) => key))
  return before.filter(({ key }) => !keys.has(key)).map((row) => ({ ...row, status: 'retired' }))
}

const keyOf = (type: Translation['source_type'], id: number) => `${type.toLowerCase()}-${id}`

/** Links name an article with the words of its title or without them, in any language. */
function addressesOf(texts: readonly Pick<Translation, 'html_url'>[]): string[] {
  const full = texts.flatMap(({ html_url: url }) => url ?? [])
  return [...new Set(full.flatMap((url) => [url, url.replace(/(\/articles\/\d+)-[^/]*$/, '$1')]))]
}

const statusOf = ({ draft }: Article) => (draft ? 'draft' : 'published')

/** `en-us` and `en-gb` are one language to readers, `zh-cn` and `zh-tw` are two scripts. */
function languageOf(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize()
  const usual = new Intl.Locale(language).maximize().script
  return script === usual ? language : `${language}-${script}`
}

function titled(title: string, description: string | null | undefined) {
  const text = description?.trim().slice(0, 500)
  return { title: title.slice(0, 200), ...(text && { description: text }) }
}

function written(title: string, body: string | null, at: string) {
  const updatedAt = new Date(at).toISOString()
  return { title: title.slice(0, 300), body: body ?? '', format: 'html' as const, updatedAt }
}

/** A row names the section above, which therefore stands in an earlier row. */
function parentsFirst(sections: HelpCentre['sections']): HelpCentre['sections'][number][] {
  const byId = new Map(sections.map((section) => [section.id, section]))
  const depthOf = (id: number | null | undefined, seen = 0): number =>
    id && seen < sections.length ? 1 + depthOf(byId.get(id)?.parent_section_id, seen + 1) : 0
  return sections.toSorted((one, other) => depthOf(one.id) - depthOf(other.id))
}
