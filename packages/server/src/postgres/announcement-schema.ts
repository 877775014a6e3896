import { pgTable, text } from 'drizzle-orm/pg-core'
import type { AnnouncementRecord } from '../store/announcements.ts'
import { instant, record } from './schema.ts'

/** The lists of an announcement are its audience; without any, everybody reads it. */
export const announcements = pgTable('announcements', {
  id: text().primaryKey(),
  validFrom: instant('valid_from').notNull(),
  /** `infinity` where the validity has no end. */
  validUntil: instant('valid_until').notNull(),
  /** The next instant at which the announcement enters or leaves lists. */
  dueAt: instant('due_at'),
  tiers: text().array().notNull(),
  regions: text().array().notNull(),
  partnerKinds: text('partner_kinds').array().notNull(),
  partnerIds: text('partner_ids').array().notNull(),
  roles: text().array().notNull(),
  record: record<AnnouncementRecord>(),
})

/** The marks of people on announcements; they go with the announcement. */
export const announcementMarks = pgTable('announcement_marks', {
  userId: text('user_id').notNull(),
  announcementId: text('announcement_id').notNull(),
  readAt: instant('read_at'),
  acknowledgedAt: instant('acknowledged_at'),
})
