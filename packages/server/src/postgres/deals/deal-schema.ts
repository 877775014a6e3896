import { date, pgTable, text } from 'drizzle-orm/pg-core'
import type { DealRecord } from '../../store/deals.ts'
import { instant, record, recordPartners, records } from '../schema.ts'

export const deals = pgTable('deals', {
  partnerId: text('partner_id').notNull(),
  id: text().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  submittedAt: instant('submitted_at'),
  status: text().notNull(),
  stage: text(),
  ownerUserId: text('owner_user_id'),
  /** The name, folded and in code point order, so that both stores sort alike. */
  nameKey: text('name_key').notNull(),
  /** The end of the protection; `infinity` where there is none, since nulls would not fit into a keyset cursor. */
  expiresAt: instant('expires_at').notNull(),
  closeDate: date('close_date', { mode: 'string' }).notNull(),
  /** The instant at which the clock next changes the registration. */
  dueAt: instant('due_at'),
  customerKeys: text('customer_keys').array().notNull(),
  productIds: text('product_ids').array().notNull(),
  conflictDealIds: text('conflict_deal_ids').array().notNull(),
  /** Folded number, name and company. */
  search: text().notNull(),
  record: record<DealRecord>(),
})

/** The tables with registrations and with the rows that lead to them. */
export const dealTables = [deals, records, recordPartners]

/** One row for each customer that was ever named, to be locked. */
export const customerKeys = pgTable('customer_keys', { key: text().primaryKey() })
