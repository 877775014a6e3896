import * as z from 'zod/mini'
import { ArticleStatus } from './articles.ts'
import { Id, Language, line } from '../common.ts'
import { paging } from '../pages.ts'

/** The orders of a list of articles. */
export const ArticleSort = z.enum([
  'position_asc',
  'updated_desc',
  'published_desc',
  'helpful_desc',
  'viewed_desc',
])
export type ArticleSort = z.infer<typeof ArticleSort>

const places = {
  /** Articles in one of these sections, or below them. */
  section: z.optional(z.array(Id).check(z.maxLength(50))),
  /** Articles with one of these tags. */
  tag: z.optional(z.array(line(100)).check(z.maxLength(50))),
  /** Articles about one of these products. */
  product: z.optional(z.array(Id).check(z.maxLength(50))),
  /** Articles that can be read in one of these languages. */
  language: z.optional(z.array(Language).check(z.maxLength(20))),
}

/** The query of a list of articles. */
export const ArticleQuery = z.strictObject({
  ...paging,
  ...places,
  /** `true` asks for articles that the caller has saved. */
  saved: z.optional(z.boolean()),
  /** Articles in one of these states; only the vendor gets others than published ones. */
  status: z.optional(z.array(ArticleStatus).check(z.maxLength(4))),
  /** The order of the list; without it the vendor’s own. */
  sort: z.optional(ArticleSort),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type ArticleQuery = z.infer<typeof ArticleQuery>

/** The query of a search for articles. */
export const ArticleSearchQuery = z.strictObject({
  ...paging,
  ...places,
  /** The words as they were typed; any text is a search. */
  search: z.string().check(z.maxLength(10_000)),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type ArticleSearchQuery = z.infer<typeof ArticleSearchQuery>

/** The language to open an article in. */
export const ArticleLanguageQuery = z.strictObject({
  /** The language to read; without it, or where the article lacks it, the reader’s own. */
  language: z.optional(Language),
})
