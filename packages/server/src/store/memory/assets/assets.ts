import type {
  AssetFile,
  AssetFilter,
  AssetMarks,
  AssetRecord,
  Assets,
  AssetUses,
  UseCount,
  Visit,
} from '../../assets.ts'
import { titleKey } from '../../../rules/assets/title-key.ts'
import { contentOrders, digits, matchesContent, some } from '../content-match.ts'
import { pageOf, type Order } from '../paging.ts'
import { Table, type Undo } from '../table.ts'
import { useTable } from './uses.ts'

/** The assets and their use, which orders one list of them. */
export function assetTables(undo: Undo): { assets: Assets; assetUses: AssetUses } {
  const table = new Table<AssetRecord>(undo)
  const files = new Table<AssetFile>(undo)
  const marked = new Table<AssetMarks>(undo)
  const visits = new Table<Visit>(undo)
  const counts = new Table<UseCount>(undo)
  const all = () => [...table.rows.values()]

  function matching(filter: AssetFilter): AssetRecord[] {
    const { types, stages, everyStage, featured, newerThan, favourite } = filter
    return all().filter(
      (asset) =>
        matchesContent(asset, filter) &&
        some(types, [asset.type]) &&
        (some(stages, asset.stages) || (everyStage === true && asset.stages.length === 0)) &&
        (featured === undefined || featured === asset.promoted) &&
        (newerThan === undefined || (asset.newestAt ?? '') > newerThan) &&
        (favourite === undefined ||
          favourite.favourite ===
            (marked.get(`${asset.id} ${favourite.userId}`)?.favouriteAt !== undefined)),
    )
  }

  const orders: Record<string, Omit<Order<AssetRecord>, 'list'>> = {
    ...contentOrders,
    title_asc: { by: titleKey },
    downloads_desc: { by: ({ id }) => digits(downloads(id)), descending: true },
  }

  function downloads(id: string): number {
    return [...counts.rows.values()]
      .filter(({ assetId }) => assetId === id)
      .reduce((sum, count) => sum + count.downloads, 0)
  }

  const assets: Assets = {
    put: (records) => table.putAll(records),
    get: async (id) => table.get(id),
    many: async (ids) => table.many(ids),
    lock: async (id) => table.get(id),
    async list(filter, sort, paging) {
      const order = orders[sort] ?? orders['position_asc']!
      return pageOf(matching(filter), { list: `assets ${sort}`, ...order }, paging)
    },
    count: async (filter) => matching(filter).length,
    ids: async (filter) => matching(filter).map(({ id }) => id),
    async ofSections(ids) {
      return all().filter(({ sectionId }) => ids.includes(sectionId ?? ''))
    },
    async sources(prefix) {
      return all().filter(
        ({ source, status }) => source?.startsWith(prefix) && status !== 'retired',
      )
    },
    async files(ids) {
      return [...files.rows.values()]
        .filter(({ assetId }) => ids.includes(assetId))
        .toSorted((one, other) => other.version - one.version)
    },
    async putFiles(records) {
      for (const file of records) files.put(fileKey(file), file)
    },
    async naming(fileIds) {
      const named = new Set([...files.rows.values()].flatMap(namedFiles))
      return fileIds.filter((id) => named.has(id))
    },
    async removeFiles(assetId, languages) {
      for (const file of [...files.rows.values()])
        if (file.assetId === assetId && languages.includes(file.language))
          files.delete(fileKey(file))
    },
    async remove(id) {
      table.delete(id)
      for (const file of [...files.rows.values()])
        if (file.assetId === id) files.delete(fileKey(file))
      for (const key of [...marked.rows.keys()]) if (key.startsWith(`${id} `)) marked.delete(key)
    },
    async marks(userId, ids) {
      return new Map(
        ids.flatMap((id) => {
          const marks = marked.get(`${id} ${userId}`)
          return marks ? [[id, marks] as const] : []
        }),
      )
    },
    async mark(userId, assetId, changed) {
      const key = `${assetId} ${userId}`
      marked.put(key, changed(marked.get(key) ?? {}))
    },
    visit: async (userId) => visits.get(userId),
    async putVisit(userId, visit) {
      visits.put(userId, visit)
    },
    async due(now, limit) {
      return all()
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .slice(0, limit)
    },
  }
  return { assets, assetUses: useTable(counts, all) }
}

const fileKey = ({ assetId, language, version }: AssetFile) => `${assetId} ${language} ${version}`

/** The ids of the files that a version names. */
function namedFiles({ file, poster, captions = [], look }: AssetFile): string[] {
  const images = look ? [look.thumbnail, ...look.pages.map(({ image }) => image)] : []
  return [file, poster, ...captions, ...images].flatMap((one) => one?.id ?? [])
}
