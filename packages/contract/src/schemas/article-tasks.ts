import * as z from 'zod/mini'
import { ArticleLink, RatingReason } from './articles.ts'
import { filledIn, Id, Instant, line, paging, Person, Reason, ReasonInput, text } from './common.ts'

/** The states of a task. */
export const ArticleTaskStatus = z.enum(['open', 'assigned', 'done', 'dismissed'])
export type ArticleTaskStatus = z.infer<typeof ArticleTaskStatus>

/** The work that an unhelpful vote makes for the vendor. */
export const ArticleTask = z.object({
  /** The task’s id. */
  id: Id,
  /** The instant of the vote. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** The state of the task. */
  status: ArticleTaskStatus,
  /** The reason of a dismissal. */
  statusReason: z.optional(Reason),
  /** The actions that the caller may do now. */
  allowedActions: z.array(z.string()),
  /** The article, in the language that was read. */
  article: ArticleLink,
  /** The version that was read. */
  version: z.int(),
  /** There is a newer version by now. */
  newerVersion: z.boolean(),
  /** The reason of the vote. */
  reason: z.optional(RatingReason),
  /** The reader's own words on what is missing. */
  comment: z.optional(z.string()),
  /** The reader. */
  author: Person,
  /** The reader’s partner. */
  partnerName: z.optional(z.string()),
  /** The person at the vendor who is in charge. */
  assignee: z.optional(Person),
})
export type ArticleTask = z.infer<typeof ArticleTask>

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

/** A text that was searched for, and how often it led to something. No reader is kept with it. */
export const SearchEntry = z.object({
  /** The entry’s id. */
  id: Id,
  /** The text that was typed; addresses, numbers of telephones and the like are taken out. */
  text: z.string(),
  /** The language of the readers. */
  language: z.string(),
  /** How often it was searched for. */
  count: z.int(),
  /** How many articles it found the last time. */
  found: z.int(),
  /** How often an article was opened from what it found. */
  clicked: z.int(),
  /** The day on which it was last searched for. */
  lastAt: Instant,
})
export type SearchEntry = z.infer<typeof SearchEntry>

/** The query of the report of searches; what found nothing comes first, the most frequent first. */
export const SearchEntryQuery = z.strictObject({
  ...paging,
  /** `false` asks for searches that found nothing, `true` for the others. */
  found: z.optional(z.boolean()),
  /** Searches of readers of this language. */
  language: z.optional(line(35).check(...filledIn())),
  /** Searches for texts with these words. */
  search: z.optional(text(200)),
})
export type SearchEntryQuery = z.infer<typeof SearchEntryQuery>
