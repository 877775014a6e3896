import { fold, hasWords, sortKey, wordsOf } from '../../rules/shared/search.ts'
import type { AccountRecord, ProductRecord } from '../records.ts'
import type { Accounts, Products } from '../store.ts'
import { Index } from './index-by.ts'
import { KeysetTable } from './keyset-table.ts'
import { Table, type Undo } from './table.ts'

export function productTable(undo: Undo): Products {
  const table = new KeysetTable<ProductRecord>(undo, {
    list: 'products',
    by: ({ name }) => sortKey(name),
  })
  return {
    put: (records) => table.putAll(records),
    async many(ids) {
      return table.many(ids)
    },
    async list(search, paging) {
      const words = wordsOf(search)
      const rows = [...table.rows.values()]
        .filter(({ active }) => active)
        .filter(({ name, sku, family = '' }) => hasWords(fold(`${name} ${sku} ${family}`), words))
      return table.page(paging, rows)
    },
  }
}

export function accountTable(undo: Undo): Accounts {
  const byCustomer = new Index<AccountRecord>(({ customerKeys }) => customerKeys)
  const table = new Table<AccountRecord>(undo, (before, after) => byCustomer.change(before, after))
  return {
    put: (records) => table.putAll(records),
    async matching(keys) {
      return [...new Set(keys.flatMap((key) => [...byCustomer.of(key)]))]
    },
    async lockAfter(id, limit) {
      const later = [...table.rows.values()].filter((account) => account.id > id)
      return later.toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(0, limit)
    },
  }
}
