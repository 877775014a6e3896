// Generated from routes.ts; see generate.ts.
import { Article, ArticleHit, FullArticle } from '../schemas/articles/articles.ts'
import { BulkResult } from '../schemas/bulk.ts'

/** The schemas of the answers of `articles`; in brackets where pages hold them. */
export const answers = {
  list: [Article],
  search: [ArticleHit],
  get: FullArticle,
  rate: Article,
  save: Article,
  unsave: Article,
  create: Article,
  update: Article,
  act: Article,
  bulk: BulkResult,
}
