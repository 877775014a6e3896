import type { AssetRecord, AssetUses, UseCount, UseSum } from '../../assets.ts'
import { digits } from '../content-match.ts'
import { pageOf } from '../paging.ts'
import type { Table } from '../table.ts'

const sorts = {
  views_desc: 'views',
  downloads_desc: 'downloads',
  shares_desc: 'shares',
  partners_desc: 'partners',
} as const

/** The counts of use by asset, day and partner. */
export function useTable(counts: Table<UseCount>, assets: () => AssetRecord[]): AssetUses {
  return {
    async add(more) {
      for (const one of more) {
        const key = `${one.assetId} ${one.day} ${one.partnerId}`
        const before = counts.get(key)
        counts.put(key, before ? sumOf(before, one) : one)
      }
    },
    async list({ from = '', until = '9999', used, partnerIds }, sort, paging) {
      const sums = assets().flatMap((asset): UseSum[] => {
        const own = [...counts.rows.values()].filter(
          ({ assetId, day, partnerId }) =>
            assetId === asset.id &&
            day >= from &&
            day <= until &&
            (partnerIds?.includes(partnerId) ?? true),
        )
        const isUsed = own.length > 0
        if (!isUsed && asset.status !== 'published') return []
        if (used !== undefined && used !== isUsed) return []
        const none = { views: 0, downloads: 0, shares: 0, shareViews: 0 }
        const { views, downloads, shares, shareViews } = own.reduce(sumOf, none)
        const days = own.map(({ day }) => day).toSorted()
        const partners = new Set(own.flatMap(({ partnerId }) => partnerId || [])).size
        return [
          {
            ...{ id: asset.id, views, downloads, shares, shareViews, partners },
            ...(isUsed && { lastDay: days.at(-1)! }),
          },
        ]
      })
      const by = (one: UseSum) => digits(one[sorts[sort]])
      return pageOf(sums, { list: `asset-use ${sort}`, by, descending: true }, paging)
    },
  }
}

type Counted = Pick<UseCount, 'views' | 'downloads' | 'shares' | 'shareViews'>

function sumOf<Sum extends Counted>(sum: Sum, one: Counted): Sum {
  return {
    ...sum,
    views: sum.views + one.views,
    downloads: sum.downloads + one.downloads,
    shares: sum.shares + one.shares,
    shareViews: sum.shareViews + one.shareViews,
  }
}
