import * as z from 'zod/mini'
import { ArticleTaskStatus } from './article-tasks.ts'
import { filledIn, ReasonInput } from '../common-input.ts'
import { Id, line, text } from '../common.ts'
import { paging } from '../pages.ts'

/** The query of a list of tasks. */
export const ArticleTaskQuery = z.strictObject({
  ...paging,
  /** Tasks in one of these states. */
  status: z.optional(z.array(ArticleTaskStatus).check(z.maxLength(4))),
  /** The caller’s own tasks. */
  owner: z.optional(z.enum(['me'])),
  /** Tasks about this article. */
  articleId: z.optional(Id),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type ArticleTaskQuery = z.infer<typeof ArticleTaskQuery>

/** An action on a task. */
export const ArticleTaskAction = z.discriminatedUnion('action', [
  z.strictObject({
    /** The name of the action. */
    action: z.literal('assign'),
    /** The person at the vendor who is to be in charge; without it, the caller. */
    userId: z.optional(Id),
  }),
  z.strictObject({ action: z.literal('finish') }),
  z.strictObject({
    action: z.literal('dismiss'),
    /** The reason of the action. */
    reason: ReasonInput,
  }),
  z.strictObject({ action: z.literal('reopen') }),
])
export type ArticleTaskAction = z.infer<typeof ArticleTaskAction>

/** The query of the report of searches; what found nothing comes first, the most frequent first. */
export const SearchEntryQuery = z.strictObject({
  ...paging,
  /** `false` asks for searches that found nothing, `true` for the others. */
  found: z.optional(z.boolean()),
  /** Searches of this resource. */
  resource: z.optional(line(64)),
  /** Searches of readers of this language. */
  language: z.optional(line(35).check(...filledIn())),
  /** Searches for texts with these words. */
  search: z.optional(text(200)),
})
export type SearchEntryQuery = z.infer<typeof SearchEntryQuery>
