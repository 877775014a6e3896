import type { Article } from '@prmkit/contract'
import { articleTransitionsFrom } from '@prmkit/contract/rules'
import type { ArticleMarks, ArticleRecord, Votes } from '../../store/articles.ts'
import { showContent, type ContentShowing } from '../content/show.ts'

/** The facts that showing articles to somebody needs. */
export interface Showing extends ContentShowing {
  votes: ReadonlyMap<string, Votes>
  marks: ReadonlyMap<string, ArticleMarks>
}

/** The fields that the vendor may change, as pointers into a patch. */
const editable = [
  ...['/texts', '/language', '/slug', '/sectionId', '/tags', '/productIds', '/audience'],
  ...[
    '/validUntil',
    '/updatedBy',
    '/promoted',
    '/position',
    '/custom',
    '/externalIds',
    '/addresses',
  ],
]

/** An article as its reader sees it, without its text. */
export function showArticle(article: ArticleRecord, showing: Showing): Article {
  const { votes, marks, mayWrite } = showing
  const { texts: _texts, audience: _audience, productIds: _products, ...rest } = article
  const { source: _s, addresses: _a, dueAt: _d, position: _p, ...shown } = rest
  const { text, ...content } = showContent(article, showing)
  const { rating, savedAt, seenVersion } = marks.get(article.id) ?? {}
  const transitions = mayWrite ? articleTransitionsFrom(article.status, 'vendor') : []
  return {
    ...{ ...shown, ...content },
    allowedActions: transitions.map(({ action }) => action),
    editableFields: mayWrite ? editable : [],
    summary: text?.summary ?? '',
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
