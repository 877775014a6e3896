import { shareOwned, shareStatus } from '../../../rules/assets/shares.ts'
import { isVisible } from '../../../rules/shared/visibility.ts'
import type { BundleRecord, Bundles, ShareRecord, Shares } from '../../assets.ts'
import { pageOf } from '../paging.ts'
import type { Parents } from '../records.ts'
import { Table, type Undo } from '../table.ts'

export function bundleTable(undo: Undo): Bundles {
  const table = new Table<BundleRecord>(undo)
  return {
    put: (records) => table.putAll(records),
    get: async (id) => table.get(id),
    async prune(before, limit) {
      const over = [...table.rows.values()].filter(({ expiresAt }) => expiresAt < before)
      const ids = over.slice(0, limit).map(({ id }) => id)
      for (const id of ids) table.delete(id)
      return ids
    },
  }
}

export function shareTable(undo: Undo, parents: Parents): Shares {
  const table = new Table<ShareRecord>(undo)
  const all = () => [...table.rows.values()]
  const forget = ({ about: _, ...share }: ShareRecord) => table.put(share.id, share)
  parents.onRemove((id) =>
    all()
      .filter(({ about }) => about?.id === id)
      .forEach(forget),
  )
  return {
    async put(records) {
      for (const share of records)
        if (share.about && !(await parents.get(share.about.id))) forget(share)
        else table.put(share.id, share)
    },
    get: async (id) => table.get(id),
    lock: async (id) => table.get(id),
    byToken: async (token) => all().find((share) => share.token === token),
    async view(id, now) {
      const share = table.get(id)
      if (share) table.put(id, { ...share, views: share.views + 1, lastViewedAt: now })
    },
    async list({ scope, now, assetId, recordId, status, ownerUserId }, paging) {
      const rows = all().filter(
        (share) =>
          isVisible(scope, shareOwned(share)) &&
          (assetId === undefined || share.assets.some((one) => one.assetId === assetId)) &&
          (recordId === undefined || share.about?.id === recordId) &&
          (ownerUserId === undefined || share.ownerUserId === ownerUserId) &&
          (status?.includes(shareStatus(share, now)) ?? true),
      )
      const by = ({ createdAt }: ShareRecord) => createdAt
      return pageOf(rows, { list: 'shares', by, descending: true }, paging)
    },
  }
}
