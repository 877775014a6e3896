import type { AssetUseSort } from '@prmkit/contract'
import { sql, type SQL } from 'drizzle-orm'
import { bigint, pgTable, text } from 'drizzle-orm/pg-core'
import type { AssetUses, UseFilter, UseSum } from '../../store/assets.ts'
import type { Queries } from '../engine/database.ts'
import { keysetTable } from '../query/keyset-table.ts'
import { array, insertRows } from '../query/recordset.ts'
import { where } from '../query/search.ts'
import { assetUses } from './asset-schema.ts'

const columns: Record<AssetUseSort, 'views' | 'downloads' | 'shares' | 'partners'> = {
  views_desc: 'views',
  downloads_desc: 'downloads',
  shares_desc: 'shares',
  partners_desc: 'partners',
}

/** The counts of use by asset, day and partner. */
export function assetUseTable(queries: Queries): AssetUses {
  return {
    async add(counts) {
      // The keys are in one order, so that no two statements wait for each other, and each key is there once.
      const byKey = new Map(
        counts.map((one) => [`${one.assetId} ${one.day} ${one.partnerId}`, one] as const),
      )
      const rows = [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
      if (rows.length === 0) return
      await queries.execute(sql`${insertRows(assetUses, rows)}
        on conflict (asset_id, day, partner_id) do update set
          views = asset_uses.views + excluded.views,
          downloads = asset_uses.downloads + excluded.downloads,
          shares = asset_uses.shares + excluded.shares,
          share_views = asset_uses.share_views + excluded.share_views`)
      const taken = rows.filter(({ downloads }) => downloads > 0).map(({ assetId }) => assetId)
      if (taken.length > 0)
        await queries.execute(
          sql`update assets set downloads = downloads + 1 where id = any(${array(taken)})`,
        )
    },
    list: (filter, sort, paging) => {
      const order = pgTable(`asset_use_${sort}`, {
        by: bigint(columns[sort], { mode: 'number' }),
        id: text(),
      })
      const page = keysetTable<UseSum>(order, [order.by, order.id], {
        ...{ source: sql`(${sums(filter)}) ${order}`, descending: true },
      })
      return page(queries, [], paging)
    },
  }
}

/** Assets with the sums of a period; an asset that nobody used only where it is published. */
function sums({ from, until, used, partnerIds }: UseFilter): SQL {
  const inPeriod = [
    ...(from === undefined ? [] : [sql`day >= ${from}::date`]),
    ...(until === undefined ? [] : [sql`day <= ${until}::date`]),
    ...(partnerIds === undefined ? [] : [sql`partner_id = any(${array(partnerIds)})`]),
  ]
  const shown = [
    sql`(last_day is not null or a.status = 'published')`,
    ...(used === undefined ? [] : [sql`(last_day is not null) = ${used}`]),
  ]
  return sql`select id, coalesce(views, 0) as views, coalesce(downloads, 0) as downloads,
      coalesce(shares, 0) as shares, coalesce(partners, 0) as partners,
      jsonb_strip_nulls(jsonb_build_object('id', id, 'views', coalesce(views, 0),
        'downloads', coalesce(downloads, 0), 'shares', coalesce(shares, 0),
        'shareViews', coalesce(share_views, 0), 'partners', coalesce(partners, 0),
        'lastDay', last_day)) as record
    from (select id, status from assets) a left join (
      select asset_id, sum(views)::bigint as views, sum(downloads)::bigint as downloads,
        sum(shares)::bigint as shares, sum(share_views)::bigint as share_views,
        count(distinct nullif(partner_id, ''))::bigint as partners, max(day) as last_day
      from asset_uses ${where(inPeriod)} group by asset_id) u on asset_id = id
    ${where(shown)}`
}
