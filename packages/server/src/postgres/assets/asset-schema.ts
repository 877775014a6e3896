import { sql } from 'drizzle-orm'
import { bigint, boolean, customType, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type {
  AssetFile,
  AssetMarks,
  AssetRecord,
  BundleRecord,
  ShareRecord,
  Visit,
} from '../../store/assets.ts'
import { contentColumns } from '../query/content.ts'
import { instant, record } from '../schema.ts'

const date = customType<{ data: string }>({ dataType: () => 'date' })
const count = () => bigint({ mode: 'number' }).notNull()

export const assets = pgTable('assets', {
  ...contentColumns(),
  type: text().notNull(),
  stages: text().array().notNull(),
  /** `-infinity` where the asset was never published. */
  newestAt: instant('newest_at').notNull(),
  /** The title in the main language, folded. */
  title: text().notNull(),
  downloads: count().default(0),
  record: record<AssetRecord>(),
})

export const assetFiles = pgTable('asset_files', {
  assetId: text('asset_id').notNull(),
  language: text().notNull(),
  version: integer().notNull(),
  record: record<AssetFile>(),
})

export const assetMarks = pgTable('asset_marks', {
  userId: text('user_id').notNull(),
  assetId: text('asset_id').notNull(),
  isFavourite: boolean('is_favourite').notNull(),
  record: record<AssetMarks>(),
})

export const assetVisits = pgTable('asset_visits', {
  userId: text('user_id').primaryKey(),
  record: record<Visit>(),
})

export const assetUses = pgTable('asset_uses', {
  assetId: text('asset_id').notNull(),
  day: date().notNull(),
  /** Empty for people without a log-in. */
  partnerId: text('partner_id').notNull(),
  /** The partner, or null for people without a log-in: the foreign key stands on this column. */
  namedPartnerId: text('named_partner_id').generatedAlwaysAs(sql`nullif(partner_id, '')`),
  views: count(),
  downloads: count(),
  shares: count(),
  shareViews: bigint('share_views', { mode: 'number' }).notNull(),
})

export const bundles = pgTable('bundles', {
  id: text().primaryKey(),
  expiresAt: instant('expires_at').notNull(),
  record: record<BundleRecord>(),
})

export const shares = pgTable('shares', {
  partnerId: text('partner_id').notNull(),
  id: text().notNull(),
  token: text().notNull(),
  ownerUserId: text('owner_user_id').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  revoked: boolean().notNull(),
  maxViews: bigint('max_views', { mode: 'number' }),
  /** The number and time of views stand in columns alone, so that counting a view writes no record. */
  views: count().default(0),
  lastViewedAt: instant('last_viewed_at'),
  assetIds: text('asset_ids').array().notNull(),
  /** The key of the record for which the link was made; both are null once that record is removed. */
  recordPartnerId: text('record_partner_id'),
  recordId: text('record_id'),
  record: record<Omit<ShareRecord, 'views' | 'lastViewedAt'>>(),
})
