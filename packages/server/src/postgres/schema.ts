import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  text,
} from 'drizzle-orm/pg-core'
import type {
  AccountRecord,
  AnnouncementRecord,
  AuditRecord,
  CommentRecord,
  DealRecord,
  FileRecord,
  FormRecord,
  PartnerRecord,
  ProductRecord,
  SessionRecord,
  SettingsRecord,
  SigningKeyRecord,
  StoredAnswer,
  TimelineRecord,
  UserRecord,
} from '../store/records.ts'

// The columns for PGlite and PostgreSQL alike. migrations/ makes them, with their keys and indexes;
// a test compares the two. A table keeps the record itself as JSON, beside it what SQL filters, sorts
// and locks by. What belongs to a partner leads with that partner's id, so that it can be sharded.

/** An instant in milliseconds: what JavaScript can say, PostgreSQL keeps, and nothing finer. */
const instant = customType<{ data: string }>({ dataType: () => 'timestamptz(3)' })
const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })
const record = <Record>() => jsonb().$type<Record>().notNull()

export const deals = pgTable('deals', {
  partnerId: text('partner_id').notNull(),
  id: text().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  submittedAt: instant('submitted_at'),
  status: text().notNull(),
  stage: text(),
  ownerUserId: text('owner_user_id'),
  /** Folded and in code point order, so that both stores sort alike. */
  nameKey: text('name_key').notNull(),
  /** `infinity` where there is none: nulls would not fit into a keyset cursor. */
  expiresAt: instant('expires_at').notNull(),
  closeDate: date('close_date', { mode: 'string' }).notNull(),
  /** When the clock has something to do. */
  dueAt: instant('due_at'),
  customerKeys: text('customer_keys').array().notNull(),
  productIds: text('product_ids').array().notNull(),
  conflictDealIds: text('conflict_deal_ids').array().notNull(),
  /** Folded number, name and company. */
  search: text().notNull(),
  record: record<DealRecord>(),
})

/** Which partners see a deal: a list by partner, in whatever role, is one index scan. */
export const dealPartners = pgTable('deal_partners', {
  partnerId: text('partner_id').notNull(),
  createdAt: instant('created_at').notNull(),
  dealId: text('deal_id').notNull(),
  /** The partner whose deal it is: the other half of its key. */
  ownerId: text('owner_id').notNull(),
})

/** One row for each customer that was ever named, to be locked. */
export const customerKeys = pgTable('customer_keys', { key: text().primaryKey() })

export const comments = pgTable('comments', {
  partnerId: text('partner_id').notNull(),
  dealId: text('deal_id').notNull(),
  id: text().notNull(),
  createdAt: instant('created_at').notNull(),
  record: record<CommentRecord>(),
})

export const timeline = pgTable('timeline', {
  partnerId: text('partner_id').notNull(),
  dealId: text('deal_id').notNull(),
  id: text().notNull(),
  at: instant().notNull(),
  /** Entries of one transaction have one instant; this keeps their order. */
  seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  record: record<TimelineRecord>(),
})

export const files = pgTable('files', {
  id: text().primaryKey(),
  partnerId: text('partner_id'),
  usedBy: text('used_by'),
  createdAt: instant('created_at').notNull(),
  record: record<FileRecord>(),
})

export const users = pgTable('users', {
  id: text().primaryKey(),
  email: text().notNull(),
  externalIds: text('external_ids').array().notNull(),
  record: record<UserRecord>(),
})

/** The active people of a partner by name. */
export const userPartners = pgTable('user_partners', {
  partnerId: text('partner_id').notNull(),
  nameKey: text('name_key').notNull(),
  userId: text('user_id').notNull(),
})

export const partners = pgTable('partners', {
  id: text().primaryKey(),
  nameKey: text('name_key').notNull(),
  search: text().notNull(),
  kind: text().notNull(),
  active: boolean().notNull(),
  record: record<PartnerRecord>(),
})

export const products = pgTable('products', {
  id: text().primaryKey(),
  nameKey: text('name_key').notNull(),
  active: boolean().notNull(),
  /** Folded name, SKU and family. */
  search: text().notNull(),
  record: record<ProductRecord>(),
})

export const accounts = pgTable('accounts', {
  id: text().primaryKey(),
  customerKeys: text('customer_keys').array().notNull(),
  record: record<AccountRecord>(),
})

/** The lists are the audience; an empty one is for everybody. */
export const announcements = pgTable('announcements', {
  id: text().primaryKey(),
  validFrom: instant('valid_from').notNull(),
  /** `infinity` where there is no end. */
  validUntil: instant('valid_until').notNull(),
  tiers: text().array().notNull(),
  regions: text().array().notNull(),
  partnerKinds: text('partner_kinds').array().notNull(),
  partnerIds: text('partner_ids').array().notNull(),
  roles: text().array().notNull(),
  record: record<AnnouncementRecord>(),
})

export const settings = pgTable('settings', {
  name: text().primaryKey(),
  record: record<SettingsRecord>(),
})

export const forms = pgTable('forms', { name: text().primaryKey(), record: record<FormRecord>() })

export const sessions = pgTable('sessions', {
  id: text().primaryKey(),
  expiresAt: instant('expires_at').notNull(),
  record: record<SessionRecord>(),
})

export const signingKeys = pgTable('signing_keys', {
  id: text().primaryKey(),
  createdAt: instant('created_at').notNull(),
  record: record<SigningKeyRecord>(),
})

export const idempotency = pgTable('idempotency', {
  key: text().primaryKey(),
  fingerprint: text().notNull(),
  claimId: text('claim_id').notNull(),
  claimedAt: instant('claimed_at').notNull(),
  leaseUntil: instant('lease_until').notNull(),
  answer: jsonb().$type<StoredAnswer>(),
})

export const rateLimits = pgTable('rate_limits', {
  bucket: text().primaryKey(),
  used: integer().notNull(),
  resetAt: instant('reset_at').notNull(),
})

/** Append-only: a trigger refuses changes. */
export const audit = pgTable('audit', {
  seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  at: instant().notNull(),
  resource: text().notNull(),
  resourceId: text('resource_id').notNull(),
  record: record<AuditRecord>(),
})

/** The outbox. A place in it is a transaction and a number within that; see events.ts. */
export const events = pgTable('events', {
  transaction: transactionId()
    .notNull()
    .default(sql`pg_current_xact_id()`),
  seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  at: instant().notNull(),
  type: text().notNull(),
  resource: text().notNull(),
  resourceId: text('resource_id').notNull(),
  revision: integer().notNull(),
  partnerIds: text('partner_ids').array().notNull(),
  ownerUserId: text('owner_user_id'),
  formerOwnerUserId: text('former_owner_user_id'),
})

/** The last place that was pruned; what is before it can no longer be resumed. */
export const eventHorizon = pgTable('event_horizon', {
  one: boolean().primaryKey().default(true),
  transaction: transactionId().notNull(),
  seq: bigint({ mode: 'number' }).notNull(),
})

/** What a row of a vendor's file last said, and which record it made. */
export const content = pgTable('content', {
  kind: text().notNull(),
  key: text().notNull(),
  id: text().notNull(),
  hash: text().notNull(),
  /** The record as the file gave it, where the portal changes it too. */
  said: jsonb().$type<object>(),
})
