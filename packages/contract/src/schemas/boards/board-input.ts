import * as z from 'zod/mini'
import { Audience } from '../audience.ts'
import { BoardIdentity, BoardRanking, BoardScope, BoardStatus, BoardSubject } from './boards.ts'
import { filledIn } from '../common-input.ts'
import { CivilDate, Id, Language, line, text } from '../common.ts'
import { paging } from '../pages.ts'
import { contentFields, contentPatch, rowFields } from '../content/content-input.ts'

/** The query of a page of a board. */
export const BoardEntryQuery = z.strictObject({
  ...paging,
  /** The id of a period; the first of the board’s without it. */
  period: z.optional(Id),
  /** The field of a board that has several; the caller’s own without it, and for a partner no other. */
  group: z.optional(line(100)),
  /** `me` begins with the page on which the caller stands in the middle. */
  around: z.optional(z.enum(['me'])),
})
export type BoardEntryQuery = z.infer<typeof BoardEntryQuery>

/** The query of the caller’s own place. */
export const BoardMineQuery = z.strictObject({
  /** The id of a period; the first of the board’s without it. */
  period: z.optional(Id),
})
export type BoardMineQuery = z.infer<typeof BoardMineQuery>

/** The caller’s choice on a board. */
export const BoardMinePatch = z.strictObject({
  /** Whether others see name and value, at once and in every period. */
  visible: z.boolean(),
})
export type BoardMinePatch = z.infer<typeof BoardMinePatch>

/** The query of the points behind a rank. */
export const BoardPointQuery = z.strictObject({
  ...paging,
  /** The id of a period; the first of the board’s without it. */
  period: z.optional(Id),
})
export type BoardPointQuery = z.infer<typeof BoardPointQuery>

/** The query of the list of boards. */
export const BoardQuery = z.strictObject({
  /** Boards in one of these states, for the vendor; the published ones without it. */
  status: z.optional(z.array(BoardStatus).check(z.maxLength(3))),
})
export type BoardQuery = z.infer<typeof BoardQuery>

/** Title, text and unit of a board in one language. */
export const BoardTextInput = z.strictObject({
  /** The title as plain text. */
  title: line(300).check(...filledIn()),
  /** The text below the title. */
  text: z.optional(text(2000)),
  /** The unit of a value, such as “points”. */
  unit: line(60).check(...filledIn()),
})
export type BoardTextInput = z.infer<typeof BoardTextInput>

/** A contest: a period of its own, from the beginning of one day to the end of another. */
export const ContestInput = z.strictObject({
  /** The first day, in the vendor’s time zone. */
  from: CivilDate,
  /** The last day. */
  until: CivilDate,
  /** The prizes, the best first; no rank wins two of them. */
  prizes: z.optional(
    z
      .array(
        z.strictObject({
          /** The best rank that wins it. */
          from: z.int().check(z.gte(1), z.lte(1_000_000)),
          /** The last rank that wins it; the same one without it. */
          to: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
          /** The prize in words, by language. */
          texts: z.record(Language, line(500).check(...filledIn())),
        }),
      )
      .check(z.maxLength(50)),
  ),
})
export type ContestInput = z.infer<typeof ContestInput>

const periods = z.array(z.enum(['month', 'quarter', 'year', 'all'])).check(z.maxLength(4))
const rules = z.array(Id).check(z.minLength(1), z.maxLength(100))
const minCohort = z.int().check(z.gte(1), z.lte(1000))

const boardFields = {
  ...contentFields,
  /** Titles, texts and units, by language. */
  texts: z.record(Language, BoardTextInput),
  /** The kind of subject that is ranked. */
  subject: BoardSubject,
  /** The group within which subjects are ranked; `all` without it. */
  scope: z.optional(BoardScope),
  /** Whose names are shown; `named` is for companies alone. */
  identity: BoardIdentity,
  /** The fewest visible entries with which others are shown at all, 5 without it. */
  minCohort: z.optional(minCohort),
  /** The way ranks are counted after a tie; `competition` without it. */
  ranking: z.optional(BoardRanking),
  /** The rules whose points count; every rule that there is now without it. */
  rules: z.optional(rules),
  /** The lengths of its periods; one at least, unless there is a contest. */
  periods: z.optional(periods),
  /** A contest with its prizes. */
  contest: z.optional(ContestInput),
  /** The first day whose periods are offered; the day on which the board was made without it. */
  firstDay: z.optional(CivilDate),
  /**
   * Its readers, who are ranked on it, too; everybody without it. A partner that may not see the board
   * has no place on it, and on a board of people neither has somebody in another role. Companies have
   * no role: on theirs, roles are about the readers alone.
   */
  audience: z.optional(Audience),
}

/** A new board, which begins as a draft. */
export const BoardInput = z.strictObject(boardFields)
export type BoardInput = z.infer<typeof BoardInput>

/**
 * Changes of a board (JSON merge patch): `null` takes a value away. When something changes on which
 * scores depend, they are added up anew from the points.
 */
export const BoardPatch = z.strictObject({
  ...contentPatch,
  /** Titles, texts and units, by language. */
  texts: z.optional(z.record(Language, z.nullable(BoardTextInput))),
  /** The kind of subject that is ranked. */
  subject: z.optional(BoardSubject),
  /** The group within which subjects are ranked. */
  scope: z.optional(BoardScope),
  /** Whose names are shown. */
  identity: z.optional(BoardIdentity),
  /** The fewest visible entries with which others are shown at all. */
  minCohort: z.optional(minCohort),
  /** The way ranks are counted after a tie. */
  ranking: z.optional(BoardRanking),
  /** The rules whose points count. */
  rules: z.optional(rules),
  /** The lengths of its periods. */
  periods: z.optional(periods),
  /** A contest, in place of the one until now. */
  contest: z.optional(z.nullable(ContestInput)),
  /** The first day whose periods are offered. */
  firstDay: z.optional(CivilDate),
  /** Its readers, who are ranked on it, too, in place of those until now. */
  audience: z.optional(z.nullable(Audience)),
})
export type BoardPatch = z.infer<typeof BoardPatch>

/** One board of another system. */
export const BoardRow = z.strictObject({
  ...rowFields,
  ...boardFields,
  /** The state it is to have, `published` unless said. */
  status: z.optional(BoardStatus),
})
export type BoardRow = z.infer<typeof BoardRow>

/** Boards of another system. */
export const BoardRows = z.strictObject({
  /** The boards, at most 100. */
  rows: z.array(BoardRow).check(z.minLength(1), z.maxLength(100)),
})
export type BoardRows = z.infer<typeof BoardRows>
