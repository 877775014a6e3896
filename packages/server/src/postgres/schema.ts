import type { Audience } from '@prmkit/contract'
import { sql } from 'drizzle-orm'
import { bigint, boolean, customType, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type {
  AccountRecord,
  AuditRecord,
  CommentRecord,
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
// and locks by. The key of a partner's row leads with that partner's id, so that it can be sharded.

/** An instant in milliseconds, as fine as JavaScript's. */
export const instant = customType<{ data: string }>({ dataType: () => 'timestamptz(3)' })
const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })
export const record = <Record>() => jsonb().$type<Record>().notNull()

/** The parent of everything that belongs to one record: its rows go with it. */
export const records = pgTable('records', {
  partnerId: text('partner_id').notNull(),
  id: text().notNull(),
  resource: text().notNull(),
})

/** The partners that see a record: a list by partner, in whatever role, is one index scan. */
export const recordPartners = pgTable('record_partners', {
  partnerId: text('partner_id').notNull(),
  resource: text().notNull(),
  createdAt: instant('created_at').notNull(),
  recordId: text('record_id').notNull(),
  /** The partner whose record it is: the other half of its key. */
  ownerId: text('owner_id').notNull(),
})

export const comments = pgTable('comments', {
  partnerId: text('partner_id').notNull(),
  recordId: text('record_id').notNull(),
  id: text().notNull(),
  createdAt: instant('created_at').notNull(),
  /** The partner that alone reads it. */
  onlyPartner: text('only_partner'),
  record: record<CommentRecord>(),
})

export const timeline = pgTable('timeline', {
  partnerId: text('partner_id').notNull(),
  recordId: text('record_id').notNull(),
  id: text().notNull(),
  at: instant().notNull(),
  /** Entries of one transaction have one instant; this keeps their order. */
  seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  record: record<TimelineRecord>(),
})

/** A table whose rows hang on records. */
export type HangingTable = typeof comments | typeof timeline

export const files = pgTable('files', {
  id: text().primaryKey(),
  partnerId: text('partner_id'),
  userId: text('user_id').notNull(),
  size: bigint({ mode: 'number' }).notNull(),
  /** The key of the record that uses the file, and that record's resource. */
  usedByPartner: text('used_by_partner'),
  usedBy: text('used_by'),
  usedByResource: text('used_by_resource'),
  createdAt: instant('created_at').notNull(),
  record: record<FileRecord>(),
})

/** The folder that holds the bytes of this database's files. */
export const fileStorage = pgTable('file_storage', {
  one: boolean().primaryKey().default(true),
  id: text().notNull(),
})

export const users = pgTable('users', {
  id: text().primaryKey(),
  email: text().notNull(),
  externalIds: text('external_ids').array().notNull(),
  record: record<UserRecord>(),
})

/** The active people of a partner by name. */
const colleagues = () => ({
  partnerId: text('partner_id').notNull(),
  nameKey: text('name_key').notNull(),
  userId: text('user_id').notNull(),
})

export const userPartners = pgTable('user_partners', colleagues())

/** The people of a partner whose access has ended, by name. */
export const formerUserPartners = pgTable('former_user_partners', colleagues())

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
  processId: text('process_id').notNull(),
  leaseUntil: instant('lease_until').notNull(),
  answer: jsonb().$type<StoredAnswer>(),
})

/** The last sign of life of each process, without which its leases are nobody's. */
export const processes = pgTable('processes', {
  id: text().primaryKey(),
  beatAt: instant('beat_at').notNull(),
})

export const rateLimits = pgTable('rate_limits', {
  bucket: text().primaryKey(),
  used: integer().notNull(),
  resetAt: instant('reset_at').notNull(),
  /** The items that were counted, where only new ones count. */
  items: text().array().notNull(),
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
  /** The record is a draft: the vendor does not learn of it. */
  isDraft: boolean('is_draft').notNull(),
  audiences: jsonb().$type<Audience[]>(),
  ownerUserId: text('owner_user_id'),
  formerOwnerUserId: text('former_owner_user_id'),
})

/** The last place that was pruned; what is before it can no longer be resumed. */
export const eventHorizon = pgTable('event_horizon', {
  one: boolean().primaryKey().default(true),
  transaction: transactionId().notNull(),
  seq: bigint({ mode: 'number' }).notNull(),
})

/** The last content of a row in a vendor's file, and the record that it made. */
export const content = pgTable('content', {
  kind: text().notNull(),
  key: text().notNull(),
  id: text().notNull(),
  hash: text().notNull(),
  /** The record as the file gave it, where the portal changes it too. */
  said: jsonb().$type<object>(),
})
