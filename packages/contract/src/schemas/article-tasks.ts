import * as z from 'zod/mini'
import { ArticleLink, RatingReason } from './articles.ts'
import { Id, Instant, Person, Reason } from './common.ts'

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
