import { eq, sql, type SQL } from 'drizzle-orm'
import type { BundleRecord, Bundles, ShareFilter, ShareRecord, Shares } from '../../store/assets.ts'
import { instantText } from '../articles/tasks.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { keysetTable } from '../query/keyset-table.ts'
import { array, putRows } from '../query/recordset.ts'
import { bundles, shares } from './asset-schema.ts'

export function bundleTable(queries: Queries): Bundles {
  return {
    async put(records: readonly BundleRecord[]) {
      const rows = records.map((record) => ({
        ...{ id: record.id, expiresAt: record.expiresAt, record },
      }))
      await queries.execute(putRows(bundles, 'id', rows))
    },
    async get(id) {
      const [row] = await queries
        .select({ record: bundles.record })
        .from(bundles)
        .where(eq(bundles.id, id))
      return row?.record
    },
    async prune(before, limit) {
      const rows = await rowsOf<{ id: string }>(
        queries,
        sql`delete from bundles where id in (select id from bundles
          where expires_at < ${before}::timestamptz limit ${limit} for update skip locked)
          returning id`,
      )
      return rows.map(({ id }) => id)
    },
  }
}

/** The record with its counts, and without a record that is gone. */
const whole = sql`case when record_id is null then record - 'about' else record end || jsonb_strip_nulls(jsonb_build_object('views', views,
  'lastViewedAt', ${instantText(sql`last_viewed_at`)}))`
const source = sql`(select id, partner_id, created_at, owner_user_id, asset_ids, record_id, revoked,
  expires_at, max_views, views, ${whole} as record from shares) shares`
const page = keysetTable<ShareRecord>(shares, [shares.createdAt, shares.id], {
  ...{ source, descending: true },
})

export function shareTable(queries: Queries): Shares {
  const find = async (condition: SQL, lock = sql``) => {
    const [row] = await rowsOf<{ record: ShareRecord }>(
      queries,
      sql`select ${whole} as record from shares where ${condition} ${lock}`,
    )
    return row?.record
  }

  return {
    async put(records) {
      const parents = await rowsOf<{ id: string; partnerId: string }>(
        queries,
        sql`select id, partner_id as "partnerId" from records
          where id = any(${array(records.flatMap(({ about }) => about?.id ?? []))}) for key share`,
      )
      const owners = new Map(parents.map(({ id, partnerId }) => [id, partnerId]))
      const rows = records.map((record) => shareRow(record, owners))
      await queries.execute(putRows(shares, 'partner_id, id', rows))
    },
    get: (id) => find(sql`id = ${id}`),
    lock: (id) => find(sql`id = ${id}`, sql`for update`),
    byToken: (token) => find(sql`token = ${token}`),
    async view(id, now) {
      await queries.execute(
        sql`update shares set views = views + 1, last_viewed_at = ${now}::timestamptz
          where id = ${id}`,
      )
    },
    list: (filter, paging) => page(queries, conditionsOf(filter), paging),
  }
}

function conditionsOf({ scope, now, assetId, recordId, status, ownerUserId }: ShareFilter): SQL[] {
  const state = sql`case when revoked then 'revoked'
    when expires_at <= ${now}::timestamptz then 'expired'
    when views >= max_views then 'used_up' else 'active' end`
  return [
    ...(scope.kind === 'portfolio' ? [sql`partner_id = any(${array(scope.partnerIds)})`] : []),
    ...(scope.kind === 'partner' ? [sql`partner_id = ${scope.partnerId}`] : []),
    ...(scope.kind === 'partner' && scope.userId !== undefined
      ? [sql`owner_user_id = ${scope.userId}`]
      : []),
    ...(assetId === undefined ? [] : [sql`${assetId} = any(asset_ids)`]),
    ...(recordId === undefined ? [] : [sql`record_id = ${recordId}`]),
    ...(status === undefined ? [] : [sql`${state} = any(${array(status)})`]),
    ...(ownerUserId === undefined ? [] : [sql`owner_user_id = ${ownerUserId}`]),
  ]
}

function shareRow(
  { views, lastViewedAt, ...record }: ShareRecord,
  owners: ReadonlyMap<string, string>,
): typeof shares.$inferInsert {
  const recordPartnerId = owners.get(record.about?.id ?? '') ?? null
  const { id, partnerId, token, ownerUserId, createdAt, expiresAt, revokedAt } = record
  return {
    ...{ id, partnerId, token, ownerUserId, createdAt, expiresAt, views, record },
    ...{ revoked: revokedAt !== undefined, maxViews: record.maxViews ?? null },
    ...{ lastViewedAt: lastViewedAt ?? null, recordPartnerId },
    recordId: recordPartnerId === null ? null : (record.about?.id ?? null),
    assetIds: record.assets.map(({ assetId }) => assetId),
  }
}
