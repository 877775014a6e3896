import * as z from 'zod/mini'
import { RatingReason } from './articles.ts'
import { Id, Instant, Person, Reason } from '../common.ts'
import { ContentLink } from '../content/content.ts'

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
  article: ContentLink,
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
