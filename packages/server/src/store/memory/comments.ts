import type { CommentRecord, TimelineRecord } from '../records.ts'
import type { Comments, Timeline } from '../store.ts'
import { Index } from './index-by.ts'
import { pageOf } from './paging.ts'
import { Table, type Undo } from './table.ts'

/** What goes when its registration goes. */
export interface OfDeals {
  removeOf(dealId: string): void
}

export function commentTable(undo: Undo): Comments & OfDeals {
  const byDeal = new Index<CommentRecord>(({ dealId }) => [dealId])
  const table = new Table<CommentRecord>(undo, (before, after) => byDeal.change(before, after))
  return {
    async insert(comment) {
      table.put(comment.id, comment)
    },
    put: (comments) => table.putAll(comments),
    async list(dealId, paging) {
      const order = { list: 'comments', by: ({ createdAt }: CommentRecord) => createdAt }
      return pageOf(byDeal.of(dealId), order, paging)
    },
    removeOf(dealId) {
      for (const { id } of [...byDeal.of(dealId)]) table.delete(id)
    },
    async count(dealIds) {
      return new Map(dealIds.map((id) => [id, [...byDeal.of(id)].length]))
    },
  }
}

interface Numbered extends TimelineRecord {
  /** Entries of one transaction have one instant; this keeps their order. */
  seq: string
}

export function timelineTable(undo: Undo): Timeline & OfDeals {
  const byDeal = new Index<Numbered>(({ dealId }) => [dealId])
  const table = new Table<Numbered>(undo, (before, after) => byDeal.change(before, after))
  let last = 0
  const nextSeq = () => String(++last).padStart(12, '0')
  return {
    async append(entry) {
      table.put(entry.id, { ...entry, seq: nextSeq() })
    },
    put: (entries) =>
      table.putAll(
        entries.map((entry) => ({ ...entry, seq: table.get(entry.id)?.seq ?? nextSeq() })),
      ),
    removeOf(dealId) {
      for (const { id } of [...byDeal.of(dealId)]) table.delete(id)
    },
    async list(dealId, paging) {
      const order = { list: 'timeline', by: ({ at, seq }: Numbered) => `${at} ${seq}` }
      const page = pageOf(byDeal.of(dealId), order, paging)
      return { ...page, items: page.items.map(({ seq: _, ...entry }) => entry) }
    },
  }
}
