import type { EventRecord } from '../records.ts'
import type { Events } from '../store.ts'
import { registerList, type Undo } from './table.ts'

/** The log as a list; the place of an event is its number among all that ever were. */
export function eventTable(undo: Undo): Events & { length(): number } {
  const log: EventRecord[] = []
  registerList(undo, log)
  /** The number of events that were pruned. */
  let gone = 0

  const length = () => gone + log.length
  return {
    length,
    async append(...events) {
      log.push(...events)
      undo.journal?.push(() => void log.splice(-events.length, events.length))
    },
    async after(place, limit) {
      if (place !== undefined && !/^\d{1,15}$/.test(place)) return undefined
      const start = place === undefined ? gone : Number(place)
      if (start < gone || start > length()) return undefined
      const found = log.slice(start - gone, start - gone + limit)
      return {
        events: found.map((event, index) => ({ ...event, id: String(start + index + 1) })),
        next: String(start + found.length),
        more: start + found.length < length(),
      }
    },
    async end() {
      return String(length())
    },
    async prune(before) {
      const kept = log.findIndex(({ at }) => at >= before)
      const removed = log.splice(0, kept < 0 ? log.length : kept)
      gone += removed.length
      undo.journal?.push(() => {
        log.unshift(...removed)
        gone -= removed.length
      })
    },
  }
}
