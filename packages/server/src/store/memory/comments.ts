import type { CommentRecord, TimelineRecord } from '../records.ts'
import type { CommentReader, Comments, Timeline } from '../store.ts'
import { Index } from './index-by.ts'
import { KeysetTable } from './keyset-table.ts'
import type { Parents } from './records.ts'
import type { Order } from './paging.ts'
import type { Undo } from './table.ts'

/** Rows that hang on records and are removed with them. */
function hangingTable<Row extends { id: string; recordId: string }>(
  undo: Undo,
  parents: Parents,
  order: Order<Row>,
) {
  const byRecord = new Index<Row>(({ recordId }) => [recordId])
  const table = new KeysetTable<Row>(undo, order, (before, after) => byRecord.change(before, after))
  parents.onRemove((recordId) => {
    for (const { id } of [...byRecord.of(recordId)]) table.delete(id)
  })
  return {
    table,
    of: (recordId: string) => byRecord.of(recordId),
    put(row: Row) {
      parents.require(row.recordId)
      table.put(row.id, row)
    },
  }
}

export function commentTable(undo: Undo, parents: Parents): Comments {
  const { table, of, put } = hangingTable<CommentRecord>(undo, parents, {
    list: 'comments',
    by: ({ createdAt }) => createdAt,
  })
  const readable = (recordId: string, { partnerId }: CommentReader) =>
    [...of(recordId)].filter(({ onlyPartnerId = partnerId }) => onlyPartnerId === partnerId)
  return {
    async insert(comment) {
      put(comment)
    },
    async put(comments) {
      comments.forEach(put)
    },
    async list(recordId, reader, paging) {
      return table.page(paging, readable(recordId, reader))
    },
    async count(recordIds, reader) {
      return new Map(recordIds.map((id) => [id, readable(id, reader).length]))
    },
  }
}

interface Numbered extends TimelineRecord {
  /** Entries of one transaction have one instant; this keeps their order. */
  seq: string
}

export function timelineTable(undo: Undo, parents: Parents): Timeline {
  const { table, of, put } = hangingTable<Numbered>(undo, parents, {
    list: 'timeline',
    by: ({ at, seq }) => `${at} ${seq}`,
  })
  let last = 0
  const nextSeq = () => String(++last).padStart(12, '0')
  return {
    async append(entry) {
      put({ ...entry, seq: nextSeq() })
    },
    async put(entries) {
      for (const entry of entries) put({ ...entry, seq: table.get(entry.id)?.seq ?? nextSeq() })
    },
    async list(recordId, paging) {
      const page = table.page(paging, of(recordId))
      return { ...page, items: page.items.map(({ seq: _, ...entry }) => entry) }
    },
  }
}
