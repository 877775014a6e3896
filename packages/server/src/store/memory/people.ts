import { whoIsMeant } from '../../rules/shared/named-users.ts'
import { fold, hasWords, sortKey, wordsOf } from '../../rules/shared/search.ts'
import { isVisible } from '../../rules/shared/visibility.ts'
import type { PartnerRecord, UserRecord } from '../records.ts'
import type { Partners, Users } from '../store.ts'
import { Index } from './index-by.ts'
import { KeysetTable } from './keyset-table.ts'
import type { Undo } from './table.ts'

const order = (list: string) => ({ list, by: ({ name }: { name: string }) => sortKey(name) })

export function userTable(undo: Undo): Users {
  const byPartner = new Index<UserRecord>(({ partnerIds }) => partnerIds)
  const byName = new Index<UserRecord>(({ email, externalIds }) => [
    `email ${email.toLowerCase()}`,
    ...Object.values(externalIds).map((id) => `external ${id}`),
  ])
  const table = new KeysetTable<UserRecord>(undo, order('users'), (before, after) => {
    byPartner.change(before, after)
    byName.change(before, after)
  })
  return {
    put: (records) => table.putAll(records),
    async get(id) {
      return table.get(id)
    },
    async many(ids) {
      return table.many(ids)
    },
    async byExternalId(externalId) {
      return whoIsMeant([...byName.of(`external ${externalId}`)])
    },
    async byEmail(email) {
      return whoIsMeant([...byName.of(`email ${email.toLowerCase()}`)])
    },
    async ofPartner(partnerId, search, paging, former = false) {
      const words = wordsOf(search)
      const rows = [...byPartner.of(partnerId)]
        .filter(({ role, erased }) => role !== 'vendor_manager' && !erased)
        .filter(({ active }) => active !== former)
        .filter(({ name }) => hasWords(fold(name), words))
      return table.page(paging, rows)
    },
    async named(search) {
      const words = wordsOf(search)
      return [...table.rows.values()]
        .filter(({ role, erased }) => role !== 'vendor_manager' && !erased)
        .filter(({ name, partnerIds }) => partnerIds.length > 0 && hasWords(fold(name), words))
        .map(({ id }) => id)
    },
  }
}

export function partnerTable(undo: Undo): Partners & { active(): string[] } {
  const table = new KeysetTable<PartnerRecord>(undo, order('partners'))
  return {
    active: () => [...table.rows.values()].flatMap(({ id, active }) => (active ? [id] : [])),
    put: (records) => table.putAll(records),
    async get(id) {
      return table.get(id)
    },
    async many(ids) {
      return table.many(ids)
    },
    async list({ scope, search = '', kind, alsoIds = [] }, paging) {
      const words = wordsOf(search)
      const rows = [...table.rows.values()]
        .filter(({ active }) => active)
        .filter(({ id }) => alsoIds.includes(id) || isVisible(scope, { partnerIds: [id] }))
        .filter((partner) => kind === undefined || partner.kind === kind)
        .filter(({ name }) => hasWords(fold(name), words))
      return table.page(paging, rows)
    },
    async words() {
      const rows = [...table.rows.values()]
      const each = (word: (partner: PartnerRecord) => string | undefined) =>
        [...new Set(rows.flatMap((partner) => word(partner) ?? []))].toSorted()
      return { tiers: each(({ tier }) => tier), regions: each(({ region }) => region) }
    },
  }
}
