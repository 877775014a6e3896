import { bigint, boolean, integer, numeric, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import type { BoardRecord } from '../../store/boards.ts'
import type { PointRecord } from '../../store/points.ts'
import type { PastFacts, TierChangeRecord, TierStandingRecord } from '../../store/tiers.ts'
import { instant, record } from '../schema.ts'

/** Points, each of which was given or taken once. */
export const pointEvents = pgTable('point_events', {
  id: text().primaryKey(),
  key: text().notNull(),
  partnerId: text('partner_id').notNull(),
  userId: text('user_id'),
  rule: text().notNull(),
  points: integer().notNull(),
  at: instant().notNull(),
  validUntil: instant('valid_until'),
  /** The end of the validity was taken into the scores. */
  expired: boolean().notNull(),
  /** Whether the event counts as a deed: it is no reversal and was not reversed. */
  counts: boolean().notNull(),
  amount: numeric(),
  currency: text(),
  record: record<PointRecord>(),
})

export const boards = pgTable('boards', {
  id: text().primaryKey(),
  position: integer().notNull(),
  /** When readers were told of new points last. */
  toldAt: instant('told_at'),
  record: record<BoardRecord>(),
})

export const boardScores = pgTable('board_scores', {
  sheet: text().notNull(),
  subject: text().notNull(),
  boardId: text('board_id').notNull(),
  partnerId: text('partner_id').notNull(),
  score: bigint({ mode: 'number' }).notNull(),
  visible: boolean().notNull(),
  /** The place among equal scores, which the database makes of sheet and subject. */
  tie: text().notNull(),
})

export const boardBands = pgTable('board_bands', {
  sheet: text().notNull(),
  level: smallint().notNull(),
  band: bigint({ mode: 'number' }).notNull(),
  entries: bigint({ mode: 'number' }).notNull(),
  scores: bigint({ mode: 'number' }).notNull(),
})

export const boardChoices = pgTable('board_choices', {
  boardId: text('board_id').notNull(),
  subject: text().notNull(),
  revision: integer().notNull(),
  visible: boolean(),
})

/** Boards and partners with new points, until somebody has told of them. */
export const boardPulses = pgTable('board_pulses', {
  seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text().notNull(),
  id: text().notNull(),
})

/** The names by which transactions on the points of one partner take turns. */
export const pointNames = pgTable('point_names', { name: text().primaryKey() })

export const tierStandings = pgTable('tier_standings', {
  partnerId: text('partner_id').primaryKey(),
  /** The instant of the next change of the standing: the end of its grace, else the next review. */
  dueAt: instant('due_at').notNull(),
  record: record<TierStandingRecord>(),
})

export const tierChanges = pgTable('tier_changes', {
  id: text().primaryKey(),
  partnerId: text('partner_id').notNull(),
  at: instant().notNull(),
  record: record<TierChangeRecord>(),
})

export const partnerPasts = pgTable('partner_pasts', {
  partnerId: text('partner_id').notNull(),
  until: instant().notNull(),
  record: record<PastFacts>(),
})
