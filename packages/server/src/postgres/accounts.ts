import { sql } from 'drizzle-orm'
import type { AccountRecord } from '../store/records.ts'
import type { Accounts } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { indexable } from './query/indexable.ts'
import { array, putRows } from './query/recordset.ts'
import { accounts } from './schema.ts'

export function accountTable(queries: Queries): Accounts {
  return {
    async put(records) {
      await queries.execute(putRows(accounts, 'id', records.map(accountRow)))
    },
    async matching(keys) {
      const found = await queries
        .select({ record: accounts.record })
        .from(accounts)
        .where(sql`customer_keys && ${array(indexable(keys))}`)
        .orderBy(accounts.id)
      return found.map(({ record }) => record)
    },
    async lockAfter(id, limit) {
      const found = await queries
        .select({ record: accounts.record })
        .from(accounts)
        .where(sql`id collate "C" > ${id}`)
        .orderBy(sql`id collate "C"`)
        .limit(limit)
        .for('update')
      return found.map(({ record }) => record)
    },
  }
}

/** The row of one of the vendor's own customers: the columns by which SQL finds it, and the record. */
function accountRow(account: AccountRecord): typeof accounts.$inferInsert {
  return { id: account.id, customerKeys: indexable(account.customerKeys), record: account }
}
