import { sql, type SQL } from 'drizzle-orm'
import type { AccountRecord } from '../store/records.ts'
import type { Accounts } from '../store/store.ts'
import type { Queries } from './database.ts'
import { indexable } from './deal-rows.ts'
import { array, insertRows } from './recordset.ts'
import { accounts } from './schema.ts'

export function accountTable(queries: Queries): Accounts {
  return {
    async matching(keys) {
      const found = await queries
        .select({ record: accounts.record })
        .from(accounts)
        .where(sql`customer_keys && ${array(indexable(keys))}`)
        .orderBy(accounts.id)
      return found.map(({ record }) => record)
    },
  }
}

/** Inserts the vendor's own customers, or replaces them. */
export function putAccounts(records: readonly AccountRecord[]): SQL {
  const rows = records.map((record) => ({
    id: record.id,
    customerKeys: indexable(record.customerKeys),
    record,
  }))
  return sql`${insertRows(accounts, rows)} on conflict (id) do update set
    customer_keys = excluded.customer_keys, record = excluded.record`
}
