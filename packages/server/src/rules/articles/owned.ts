import type { ArticleRecord } from '../../store/articles.ts'
import type { Owned } from '../shared/visibility.ts'

/** Tells whether readers may know of an article: it is or was published. */
export function isKnown({ status }: Pick<ArticleRecord, 'status'>): boolean {
  return status === 'published' || status === 'retired'
}

/** The facts about an article that decide who sees it: its audience, once it is published. */
export function articleOwned(article: Pick<ArticleRecord, 'audience' | 'status'>): Owned {
  return isKnown(article) ? { partnerIds: [], audiences: [article.audience] } : { partnerIds: [] }
}
