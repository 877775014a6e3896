import { and, eq, sql, type SQL } from 'drizzle-orm'
import { whoIsMeant } from '../rules/shared/named-users.ts'
import { sortKey } from '../rules/shared/search.ts'
import type { UserRecord } from '../store/records.ts'
import type { Paging, Users } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { keysetTable } from './query/keyset-table.ts'
import { hasWords } from './query/search.ts'
import { array, insertRows, putRows, recordset } from './query/recordset.ts'
import { statement } from './query/statement.ts'
import { formerUserPartners, userPartners, users } from './schema.ts'

const many = statement<{ record: UserRecord }>(
  sql`select record from users where id = any(${sql.placeholder('ids')}::text[])`,
)

const pageOf = (table: typeof userPartners | typeof formerUserPartners) => {
  const page = keysetTable<UserRecord>(table, [table.nameKey, table.userId], {
    source: sql`${table} join ${users} on ${users.id} = ${table.userId}`,
  })
  return (queries: Queries, partnerId: string, search: string, paging: Paging) =>
    page(
      queries,
      [eq(table.partnerId, partnerId), ...hasWords(sql`${table.nameKey}`, search)],
      paging,
    )
}
const colleagues = pageOf(userPartners)
const formerColleagues = pageOf(formerUserPartners)

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
    ofPartner: (partnerId, search, paging, former = false) =>
      (former ? formerColleagues : colleagues)(queries, partnerId, search, paging),
    async named(search) {
      const ids = [userPartners, formerUserPartners].map((table) =>
        queries
          .selectDistinct({ id: table.userId })
          .from(table)
          .where(and(...hasWords(sql`${table.nameKey}`, search))),
      )
      return (await Promise.all(ids)).flat().map(({ id }) => id)
    },
  }
}

/** Inserts or replaces people, with the partners at which they work or worked. */
function putUsers(records: readonly UserRecord[]): SQL {
  const ids = array(records.map(({ id }) => id))
  const people = records.filter(({ role, erased }) => role !== 'vendor_manager' && !erased)
  const tables = [
    [userPartners, sql`gone`, linksOf(people.filter(({ active }) => active))],
    [formerUserPartners, sql`gone_former`, linksOf(people.filter(({ active }) => !active))],
  ] as const
  const [present, former] = tables.map(([table, name, links]) => ({
    remove: sql`${name} as (
        delete from ${table} l where l.user_id = any(${ids}) and not exists (
          select from ${recordset(table, links)} where r.user_id = l.user_id
            and r.partner_id = l.partner_id and r.name_key = l.name_key
        )
      )`,
    insert: sql`${insertRows(table, links)} on conflict do nothing`,
  }))
  return sql`with put as (
      ${putRows(users, 'id', records.map(userRow))}
    ), ${present!.remove}, ${former!.remove}, left_now as (
      ${former!.insert}
    )
    ${present!.insert}`
}

function linksOf(people: readonly UserRecord[]): (typeof userPartners.$inferInsert)[] {
  return people.flatMap(({ id, name, partnerIds }) =>
    partnerIds.map((partnerId) => ({ partnerId, nameKey: sortKey(name), userId: id })),
  )
}

function userRow(user: UserRecord): typeof users.$inferInsert {
  return {
    id: user.id,
    email: user.email.toLowerCase(),
    externalIds: Object.values(user.externalIds),
    record: user,
  }
}
