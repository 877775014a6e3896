import { contentEvent, entryEvent, isEntry, mergeDeal } from '../merge-content.ts'
import type { CommentRecord, DealRecord, TimelineRecord } from '../records.ts'
import type { Content, ContentKind, ContentRecords, Events } from '../store.ts'
import { Table, type Undo } from './table.ts'
import type { Brought } from './comments.ts'
import { ownerOf } from '../../rules/deals/owned.ts'

type Entry = CommentRecord | TimelineRecord

interface Known {
  id: string
  hash: string
  /** What the file said of a deal the last time. */
  said?: DealRecord
}

type Whole = Exclude<ContentKind, 'comments' | 'timeline'>
type Tables = { [Kind in Whole]: Table<ContentRecords[Kind]> } & {
  comments: Brought<CommentRecord>
  timeline: Brought<TimelineRecord>
}

/** Brings in rows of a vendor's files; deals keep what happened to them in the portal. */
export function contentTable(undo: Undo, tables: Tables, events: Events): Content {
  const known = new Table<Known>(undo)
  const nameOf = (kind: ContentKind, key: string) => `${kind} ${key}`

  async function change(deal: DealRecord, said: DealRecord | undefined, at: string) {
    const current = tables.deals.get(deal.id)
    // A draft that its partner has deleted stays deleted.
    if (!current) return
    const merged = mergeDeal(current, said ?? current, deal, at)
    tables.deals.put(deal.id, merged)
    await events.append(contentEvent(merged, 'deal.updated', at, current))
  }

  /** Brings an entry of a deal; false where the deal is gone. */
  async function bring(kind: 'comments' | 'timeline', entry: Entry, at: string): Promise<boolean> {
    const deal = tables.deals.get(entry.dealId)
    if (!deal) return false
    const table = tables[kind] as Brought<Entry>
    table.bring({ ...entry, partnerId: ownerOf(deal) } as Entry)
    await events.append(entryEvent(kind, deal, at))
    return true
  }

  return {
    async merge(kind, rows, at) {
      const sum = { added: 0, changed: 0, unchanged: 0 }
      for (const { key, hash, record } of new Map(rows.map((row) => [row.key, row])).values()) {
        const before = known.get(nameOf(kind, key))
        if (before?.hash === hash) {
          sum.unchanged += 1
          continue
        }
        const kept = { ...record, id: before?.id ?? record.id }
        if (isEntry(kind) && !(await bring(kind, kept as unknown as Entry, at))) {
          sum.unchanged += 1
          continue
        }
        const deal = kind === 'deals' ? (kept as unknown as DealRecord) : undefined
        known.put(nameOf(kind, key), { id: kept.id, hash, ...(deal && { said: deal }) })
        sum[before ? 'changed' : 'added'] += 1
        if (isEntry(kind)) continue
        const table = tables[kind as Whole] as Table<ContentRecords[Whole]>
        if (deal && before) await change(deal, before.said, at)
        else table.put(kept.id, kept as unknown as ContentRecords[Whole])
        if (deal && !before) await events.append(contentEvent(deal, 'deal.created', at))
      }
      return sum
    },
    async ids(kind, keys) {
      return new Map(
        keys.flatMap((key) => {
          const found = known.get(nameOf(kind, key))
          return found ? [[key, found.id] as const] : []
        }),
      )
    },
  }
}
