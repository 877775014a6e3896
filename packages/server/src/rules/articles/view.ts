import type { Article } from '@prmkit/contract'
import { articleTransitionsFrom } from '@prmkit/contract/rules'
import type { ArticleMarks, ArticleRecord, Votes } from '../../store/articles.ts'
import { shownLanguage } from './languages.ts'
import type { SectionTree } from './sections.ts'

/** The facts that showing articles to somebody needs. */
export interface Showing {
  /** The languages that the reader likes best. */
  wanted: readonly string[]
  sections: SectionTree
  /** Names of products by id. */
  products: ReadonlyMap<string, string>
  votes: ReadonlyMap<string, Votes>
  marks: ReadonlyMap<string, ArticleMarks>
  /** The reader writes articles, too. */
  mayWrite: boolean
  isVendor: boolean
}

/** The fields that the vendor may change, as pointers into a patch. */
const editable = [
  ...['/texts', '/language', '/slug', '/sectionId', '/tags', '/productIds', '/audience'],
  ...['/validUntil', '/updatedBy', '/promoted', '/position', '/custom', '/externalIds'],
]

/** An article as its reader sees it, without its text. */
export function showArticle(article: ArticleRecord, showing: Showing): Article {
  const { wanted, sections, products, votes, marks, mayWrite, isVendor } = showing
  const { texts, audience, productIds, ...rest } = article
  const { source: _source, dueAt: _dueAt, position: _position, ...shown } = rest
  const language = shownLanguage(article, wanted)
  const text = texts[language]
  const original = texts[article.language]
  const section = sections.get(article.sectionId)
  const { rating, savedAt, seenVersion } = marks.get(article.id) ?? {}
  const transitions = mayWrite ? articleTransitionsFrom(article.status, 'vendor') : []
  return {
    ...shown,
    allowedActions: transitions.map(({ action }) => action),
    editableFields: mayWrite ? editable : [],
    title: text?.title ?? '',
    summary: text?.summary ?? '',
    language,
    languages: languagesOf(article).map((one) => ({
      language: one,
      updatedAt: texts[one]?.updatedAt ?? article.updatedAt,
      outdated: isOutdated(texts[one]?.updatedAt, original?.updatedAt),
    })),
    ...(section && { sectionTitle: sectionText(section, wanted).title }),
    products: productIds.flatMap((id) => {
      const name = products.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
    ...(isVendor && { audience }),
    minutes: text?.minutes ?? 1,
    helpful: votes.get(article.id) ?? { yes: 0, no: 0 },
    mine: {
      ...(rating?.version === article.version && {
        rating: { helpful: rating.helpful, ...(rating.reason && { reason: rating.reason }) },
      }),
      saved: savedAt !== undefined,
      ...(seenVersion !== undefined && { seenVersion }),
    },
  }
}

/** Title and description of a section for a reader. */
export function sectionText(
  section: { texts: Record<string, { title: string; description?: string }>; language: string },
  wanted: readonly string[],
): { title: string; description?: string; language: string } {
  const language = shownLanguage(section, wanted)
  return { ...(section.texts[language] ?? { title: '' }), language }
}

function languagesOf({ texts, language }: ArticleRecord): string[] {
  return [
    language,
    ...Object.keys(texts)
      .filter((one) => one !== language)
      .toSorted(),
  ]
}

function isOutdated(translated: string | undefined, original: string | undefined): boolean {
  return translated !== undefined && original !== undefined && translated < original
}
