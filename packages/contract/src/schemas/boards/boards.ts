import * as z from 'zod/mini'
import { Cursor, ExternalIds, Id, Instant, Language, Option } from '../common.ts'

/** The subjects of a board: people, or companies. */
export const BoardSubject = z.enum(['person', 'partner'])
export type BoardSubject = z.infer<typeof BoardSubject>

/** The field of a board: everybody, or those who have this in common with the reader. */
export const BoardScope = z.enum(['all', 'tier', 'region', 'distributor', 'team'])
export type BoardScope = z.infer<typeof BoardScope>

/**
 * The names on a board: of everybody who does not hide, of those who agreed, or of nobody but the
 * reader.
 */
export const BoardIdentity = z.enum(['named', 'opt_in', 'own_only'])
export type BoardIdentity = z.infer<typeof BoardIdentity>

/** The way ranks are counted after a tie: 1, 2, 2, 4 or 1, 2, 2, 3. */
export const BoardRanking = z.enum(['competition', 'dense'])
export type BoardRanking = z.infer<typeof BoardRanking>

/** The kinds of a period. */
export const PeriodKind = z.enum(['month', 'quarter', 'year', 'all', 'contest'])
export type PeriodKind = z.infer<typeof PeriodKind>

/** A stretch of time over which points are added up; it begins and ends in the vendor’s time zone. */
export const Period = z.object({
  /** The period’s name in requests, such as `month:2026-11`, `quarter:2026-Q4`, `year:2026`, `all` or `contest`. */
  id: Id,
  /** The kind of the period. */
  kind: PeriodKind,
  /** The first instant; absent where there is none. */
  from: z.optional(Instant),
  /** The last instant; absent where there is none. */
  until: z.optional(Instant),
  /** Whether it is still to come, goes on or is over. */
  status: z.enum(['upcoming', 'running', 'ended']),
})
export type Period = z.infer<typeof Period>

/** A prize of a contest. */
export const Prize = z.object({
  /** The best rank that wins it. */
  from: z.int(),
  /** The last rank that wins it. */
  to: z.int(),
  /** The prize in words. */
  text: z.string(),
})
export type Prize = z.infer<typeof Prize>

/** A rule that makes points. */
export const PointRule = z.object({
  /** The rule’s id. */
  id: Id,
  /** The rule in words: the deed and its points. */
  text: z.string(),
  /** `true` where the vendor gives the points for an event of its own; absent where a record’s event makes them. */
  own: z.optional(z.boolean()),
  /** Deeds before this instant make no points; absent where there is no such bound. */
  from: z.optional(Instant),
  /** Deeds after this instant make no points; absent where the rule has no end. */
  until: z.optional(Instant),
})
export type PointRule = z.infer<typeof PointRule>

/** The state of a board: being written, offered to readers, or taken away from them. */
export const BoardStatus = z.enum(['draft', 'published', 'retired'])
export type BoardStatus = z.infer<typeof BoardStatus>

/**
 * A board: who is ranked, by which points, and whose names are shown. Those are ranked who may see it:
 * in periods that go on by what they are now, in periods that are over by what their company was then.
 */
export const Board = z.object({
  /** The board’s id. */
  id: Id,
  /** Identifiers of the record in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change of the board itself; points are no such change. */
  updatedAt: Instant,
  /** Grows by one with each change of the board itself. */
  revision: z.int(),
  /** The state; readers at a partner see published boards alone. */
  status: BoardStatus,
  /** The actions that the caller may do, for the vendor. */
  allowedActions: z.array(z.string()),
  /** Pointers of the fields that the caller may change, for the vendor. */
  editableFields: z.array(z.string()),
  /** The title as plain text. */
  title: z.string(),
  /** The text below the title. */
  text: z.optional(z.string()),
  /** The language of title, texts and rules. */
  language: Language,
  /** The unit of a value, such as “points”. */
  unit: z.string(),
  /** The kind of subject that is ranked. */
  subject: BoardSubject,
  /** The group within which subjects are ranked. */
  scope: BoardScope,
  /** The reader’s own field on a board that has several, such as their tier. */
  group: z.optional(Option),
  /** The fields of the board, for the vendor, who chooses one by `group`. */
  groups: z.optional(z.array(Option)),
  /** Whose names are shown. */
  identity: BoardIdentity,
  /** The fewest visible entries with which others are shown at all. */
  minCohort: z.int(),
  /** How ranks are counted after a tie. */
  ranking: BoardRanking,
  /** The rules whose points count here, without those that were taken back. */
  rules: z.array(PointRule),
  /** The instant since which rules and points of the board are as they are. */
  rulesSince: Instant,
  /** The periods that can be asked for: those that go on, then those that are over, the latest first. */
  periods: z.array(Period),
  /** The end of the contest or of the shortest period that goes on. */
  endsAt: z.optional(Instant),
  /** The prizes of a contest. */
  prizes: z.optional(z.array(Prize)),
  /** Values of fields that only this vendor has. */
  custom: z.record(z.string(), z.unknown()),
})
export type Board = z.infer<typeof Board>

/** All boards that the caller may see. */
export const BoardList = z.object({
  /** The boards in the vendor’s order. */
  items: z.array(Board),
})
export type BoardList = z.infer<typeof BoardList>

/** The subject of an entry as others see it. */
export const EntrySubject = z.object({
  /** The person’s or the company’s id. */
  id: Id,
  /** The name. */
  name: z.string(),
  /** The company of a person. */
  partnerName: z.optional(z.string()),
})
export type EntrySubject = z.infer<typeof EntrySubject>

/**
 * One place on a board. Of somebody who does not want to be seen, others get nothing but `rank` and
 * `hidden`.
 */
export const BoardEntry = z.object({
  /** The rank; the same for equal values. */
  rank: z.int(),
  /** The sum of points in the period. */
  value: z.optional(z.int()),
  /**
   * Ranks gained since the period before, negative where they were lost. Absent for who had no points
   * then or another field, in a contest, over all time and in the first period of a board, and where
   * the entries of the period before are withheld from the caller.
   */
  change: z.optional(z.int()),
  /** The subject of the entry. */
  subject: z.optional(EntrySubject),
  /** `true` where the entry is hidden from others; absent elsewhere. */
  hidden: z.optional(z.boolean()),
  /** `true` where the entry is the caller’s own; absent elsewhere. */
  isMe: z.optional(z.boolean()),
})
export type BoardEntry = z.infer<typeof BoardEntry>

/** Why the entries of others are not answered: too few are visible, or the board shows one’s own rank only. */
export const Withheld = z.enum(['small_cohort', 'own_only'])
export type Withheld = z.infer<typeof Withheld>

/** One page of a board. */
export const BoardEntryPage = z.object({
  /** The entries of the page, the best first. */
  items: z.array(BoardEntry),
  /** The cursor of the next page; absent on the last one. */
  nextCursor: z.optional(Cursor),
  /** The cursor of the page before; absent on the first one. */
  previousCursor: z.optional(Cursor),
  /** The number of places on the board. */
  total: z.optional(z.int()),
  /** Why there are no entries although there are places. */
  withheld: z.optional(Withheld),
})
export type BoardEntryPage = z.infer<typeof BoardEntryPage>

/** The caller’s own place on a board, or that of their company. */
export const BoardMine = z.object({
  /** Grows by one with each choice. */
  revision: z.int(),
  /** The period that is answered. */
  period: Id,
  /** The rank; absent without points in the period. */
  rank: z.optional(z.int()),
  /** The number of places on the board. */
  of: z.int(),
  /** The sum of points in the period. */
  value: z.int(),
  /** Ranks gained since the period before, as in an entry; also where others are withheld. */
  change: z.optional(z.int()),
  /** How many others have the same value; 0 where neighbours are withheld. */
  ties: z.int(),
  /** The points to the next better rank; absent on the first, and where who has it is hidden. */
  toNext: z.optional(z.int()),
  /** Whether others see name and value. */
  visible: z.boolean(),
  /** `/visible` where the caller may decide it. */
  editableFields: z.array(z.string()),
  /** The entries next to the caller’s own, which is among them; empty where they are withheld. */
  neighbours: z.array(BoardEntry),
  /** Why neighbours are not answered. */
  withheld: z.optional(Withheld),
  /** The sums of the periods of the same kind, the oldest first, for a picture over time. */
  history: z.array(
    z.object({
      /** The id of the period. */
      period: Id,
      /** The sum of points in it. */
      value: z.int(),
    }),
  ),
})
export type BoardMine = z.infer<typeof BoardMine>
