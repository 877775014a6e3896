// Generated from routes.ts; see generate.ts.
import { ArticleSection, SectionTree } from '../schemas/articles/sections.ts'
import { BulkResult } from '../schemas/bulk.ts'

/** The schemas of the answers of `sections`; in brackets where pages hold them. */
export const answers = {
  list: SectionTree,
  create: ArticleSection,
  update: ArticleSection,
  act: ArticleSection,
  bulk: BulkResult,
}
