import type { PastFacts, TierChangeRecord, Tiers, TierStandingRecord } from '../../tiers.ts'
import { KeysetTable } from '../keyset-table.ts'
import { Table, type Undo } from '../table.ts'

/** Tiers in memory; `active` answers the ids of the active partners. */
export function tierTable(undo: Undo, active: () => readonly string[]): Tiers {
  const standings = new Table<TierStandingRecord>(undo)
  const past = new Table<PastFacts>(undo)
  const changes = new KeysetTable<TierChangeRecord>(undo, {
    ...{ list: 'tier-changes', descending: true },
    by: ({ at }) => at,
  })
  return {
    async standing(partnerId) {
      return standings.get(partnerId)
    },
    async lock(partnerId) {
      return standings.get(partnerId)
    },
    async put(standing) {
      standings.put(standing.partnerId, standing)
    },
    async place(first) {
      for (const standing of first)
        if (!standings.get(standing.partnerId)) standings.put(standing.partnerId, standing)
    },
    async unplaced(limit) {
      return active()
        .filter((id) => !standings.get(id))
        .slice(0, limit)
    },
    async due(now, limit) {
      const dueAt = ({ reviewAt, graceUntil = reviewAt }: TierStandingRecord) =>
        graceUntil < reviewAt ? graceUntil : reviewAt
      return standings
        .many(active())
        .filter((standing) => dueAt(standing) < now)
        .toSorted((one, other) => (dueAt(one) < dueAt(other) ? -1 : 1))
        .slice(0, limit)
        .map(({ partnerId }) => partnerId)
    },
    async addChange(change) {
      changes.put(change.id, change)
    },
    async changes({ partnerIds }, paging) {
      const rows = [...changes.rows.values()].filter(
        ({ partnerId }) => !partnerIds || partnerIds.includes(partnerId),
      )
      return changes.page(paging, rows)
    },
    async addPast(facts) {
      const key = `${facts.partnerId} ${facts.until}`
      if (!past.rows.has(key)) past.put(key, facts)
    },
    async past(partnerIds) {
      return [...past.rows.values()]
        .filter(({ partnerId }) => partnerIds.includes(partnerId))
        .toSorted((one, other) => (one.until < other.until ? -1 : 1))
    },
  }
}
