import type { AssetSort } from '@prmkit/contract'
import { eq, sql, type SQL } from 'drizzle-orm'
import { titleKey } from '../../rules/assets/title-key.ts'
import type {
  AssetFile,
  AssetFilter,
  AssetMarks,
  AssetRecord,
  Assets,
  Visit,
} from '../../store/assets.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { contentConditions, contentRow, someOf } from '../query/content.ts'
import { keysetTable } from '../query/keyset-table.ts'
import { array, insertRows, putRows } from '../query/recordset.ts'
import { where } from '../query/search.ts'
import { assetFiles, assetMarks, assets, assetVisits } from './asset-schema.ts'

const descending = { descending: true }
const pages: Record<AssetSort, ReturnType<typeof keysetTable<AssetRecord>>> = {
  position_asc: keysetTable<AssetRecord>(assets, [assets.place, assets.id]),
  title_asc: keysetTable<AssetRecord>(assets, [assets.title, assets.id]),
  updated_desc: keysetTable<AssetRecord>(assets, [assets.updatedAt, assets.id], descending),
  published_desc: keysetTable<AssetRecord>(assets, [assets.publishedAt, assets.id], descending),
  downloads_desc: keysetTable<AssetRecord>(assets, [assets.downloads, assets.id], descending),
}

export function assetTable(queries: Queries): Assets {
  const select = () => queries.select({ record: assets.record }).from(assets)
  const all = async (condition: SQL) =>
    (await select().where(condition)).map(({ record }) => record)

  return {
    async put(records) {
      const rows = records.map(assetRow)
      await queries.execute(putRows(assets, 'id', rows))
    },
    async get(id) {
      return (await select().where(eq(assets.id, id)))[0]?.record
    },
    many: (ids) => all(sql`id = any(${array(ids)})`),
    async lock(id) {
      return (await select().where(eq(assets.id, id)).for('update'))[0]?.record
    },
    list: (filter, sort, paging) => pages[sort](queries, conditionsOf(filter), paging),
    async count(filter) {
      const [row] = await rowsOf<{ count: number }>(
        queries,
        sql`select count(*)::int as count from assets ${where(conditionsOf(filter))}`,
      )
      return row?.count ?? 0
    },
    async ids(filter) {
      const rows = await rowsOf<{ id: string }>(
        queries,
        sql`select id from assets ${where(conditionsOf(filter))}`,
      )
      return rows.map(({ id }) => id)
    },
    ofSections: (ids) => all(sql`section_id = any(${array(ids)})`),
    sources: (prefix) =>
      rowsOf(
        queries,
        sql`select id, source from assets
          where starts_with(source, ${prefix}) and status <> 'retired'`,
      ),
    async files(ids) {
      const rows = await rowsOf<{ record: AssetFile }>(
        queries,
        sql`select record from asset_files where asset_id = any(${array(ids)})
          order by version desc`,
      )
      return rows.map(({ record }) => record)
    },
    async putFiles(records) {
      const rows = records.map((record) => {
        const { assetId, language, version } = record
        return { assetId, language, version, record }
      })
      await queries.execute(putRows(assetFiles, 'asset_id, language, version', rows))
    },
    async naming(fileIds) {
      const rows = await rowsOf<{ id: string }>(
        queries,
        sql`select id from unnest(${array(fileIds)}) as id where exists (select from asset_files
          where jsonb_path_query_array(record, '$.**.id') ? id)`,
      )
      return rows.map(({ id }) => id)
    },
    async removeFiles(assetId, languages) {
      await queries.execute(
        sql`delete from asset_files
          where asset_id = ${assetId} and language = any(${array(languages)})`,
      )
    },
    async remove(id) {
      await queries.execute(sql`delete from assets where id = ${id}`)
    },
    async marks(userId, ids) {
      const rows = await rowsOf<{ id: string; record: AssetMarks }>(
        queries,
        sql`select asset_id as id, record from asset_marks
          where user_id = ${userId} and asset_id = any(${array(ids)})`,
      )
      return new Map(rows.map(({ id, record }) => [id, record]))
    },
    async mark(userId, assetId, changed) {
      // The empty row is written first, so that there is a row to lock.
      const none = { userId, assetId, record: {}, isFavourite: false }
      await queries.execute(sql`${insertRows(assetMarks, [none])} on conflict do nothing`)
      const [row] = await rowsOf<{ record: AssetMarks }>(
        queries,
        sql`select record from asset_marks
          where user_id = ${userId} and asset_id = ${assetId} for update`,
      )
      const record = changed(row?.record ?? {})
      const now = { userId, assetId, record, isFavourite: record.favouriteAt !== undefined }
      await queries.execute(putRows(assetMarks, 'user_id, asset_id', [now]))
    },
    async visit(userId) {
      const [row] = await rowsOf<{ record: Visit }>(
        queries,
        sql`select record from asset_visits where user_id = ${userId}`,
      )
      return row?.record
    },
    async putVisit(userId, record) {
      await queries.execute(putRows(assetVisits, 'user_id', [{ userId, record }]))
    },
    async due(now, limit) {
      const rows = await rowsOf<{ record: AssetRecord }>(
        queries,
        sql`select record from assets where due_at <= ${now}::timestamptz
          order by due_at limit ${limit} for update skip locked`,
      )
      return rows.map(({ record }) => record)
    },
  }
}

function conditionsOf(filter: AssetFilter): SQL[] {
  const { types, stages, everyStage, featured, newerThan, favourite } = filter
  const inStages = someOf(sql`stages`, stages)
  return [
    ...contentConditions(filter),
    ...(types === undefined ? [] : [sql`type = any(${array(types)})`]),
    ...inStages.map((one) => (everyStage ? sql`(${one} or stages = '{}')` : one)),
    ...(featured === undefined ? [] : [sql`(place < 10000000) = ${featured}`]),
    ...(newerThan === undefined ? [] : [sql`newest_at > ${newerThan}::timestamptz`]),
    ...(favourite === undefined
      ? []
      : [favourite.favourite ? marked(favourite) : sql`not ${marked(favourite)}`]),
  ]
}

function marked({ userId }: { userId: string }): SQL {
  return sql`exists (select from asset_marks m
    where m.user_id = ${userId} and m.asset_id = assets.id and m.is_favourite)`
}

/** The columns by which SQL finds an asset, and the asset. */
function assetRow(asset: AssetRecord) {
  const { type, stages, newestAt = '-infinity' } = asset
  return { ...contentRow(asset), type, stages, newestAt, title: titleKey(asset), record: asset }
}
