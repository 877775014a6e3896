import { eq, sql, type SQL } from 'drizzle-orm'
import { whoIsMeant } from '../rules/shared/named-users.ts'
import { sortKey } from '../rules/shared/search.ts'
import type { UserRecord } from '../store/records.ts'
import type { Users } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { keysetTable } from './query/keyset-table.ts'
import { hasWords } from './query/search.ts'
import { array, insertRows, putRows, recordset } from './query/recordset.ts'
import { statement } from './query/statement.ts'
import { userPartners, users } from './schema.ts'

const many = statement<{ record: UserRecord }>(
  sql`select record from users where id = any(${sql.placeholder('ids')}::text[])`,
)

const page = keysetTable<UserRecord>(userPartners, [userPartners.nameKey, userPartners.userId], {
  source: sql`${userPartners} join ${users} on ${users.id} = ${userPartners.userId}`,
})

export function userTable(queries: Queries): Users {
  const select = () => queries.select({ record: users.record }).from(users)
  const all = async (condition: SQL) =>
    (await select().where(condition)).map(({ record }) => record)

  return {
    async put(records) {
      await queries.execute(putUsers(records))
    },
    get: async (id) => (await all(eq(users.id, id)))[0],
    async many(ids) {
      if (ids.length === 0) return []
      return (await many(queries, { ids })).map(({ record }) => record)
    },
    byExternalId: async (externalId) =>
      whoIsMeant(await all(sql`external_ids @> ${array([externalId])}`)),
    byEmail: async (email) => whoIsMeant(await all(eq(users.email, email.toLowerCase()))),
    ofPartner: (partnerId, search, paging) =>
      page(
        queries,
        [eq(userPartners.partnerId, partnerId), ...hasWords(sql`${userPartners.nameKey}`, search)],
        paging,
      ),
  }
}

/** Inserts people, or replaces them, and who their colleagues are. */
function putUsers(records: readonly UserRecord[]): SQL {
  const links = records.flatMap((user) =>
    user.active && user.role !== 'vendor_manager'
      ? user.partnerIds.map((partnerId) => ({
          partnerId,
          nameKey: sortKey(user.name),
          userId: user.id,
        }))
      : [],
  )
  return sql`with put as (
      ${putRows(users, 'id', records.map(userRow))}
    ), gone as (
      delete from user_partners l where l.user_id = any(${array(records.map(({ id }) => id))})
        and not exists (
          select from ${recordset(userPartners, links)} where r.user_id = l.user_id
            and r.partner_id = l.partner_id and r.name_key = l.name_key
        )
    )
    ${insertRows(userPartners, links)} on conflict do nothing`
}

function userRow(user: UserRecord): typeof users.$inferInsert {
  return {
    id: user.id,
    email: user.email.toLowerCase(),
    externalIds: Object.values(user.externalIds),
    record: user,
  }
}
