import { eq, sql, type SQL } from 'drizzle-orm'
import { fold, sortKey } from '../rules/shared/search.ts'
import type { PartnerRecord } from '../store/records.ts'
import type { PartnerFilter, Partners } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { keysetTable } from './query/keyset-table.ts'
import { hasWords } from './query/search.ts'
import { array, putRows } from './query/recordset.ts'
import { statement } from './query/statement.ts'
import { partners } from './schema.ts'

const many = statement<{ record: PartnerRecord }>(
  sql`select record from partners where id = any(${sql.placeholder('ids')}::text[])`,
)

const words = statement<{ tiers: string[] | null; regions: string[] | null }>(
  sql`select array_agg(distinct record->>'tier' collate "C" order by record->>'tier' collate "C")
             filter (where record ? 'tier') as tiers,
             array_agg(distinct record->>'region' collate "C" order by record->>'region' collate "C")
             filter (where record ? 'region') as regions
        from partners`,
)

const page = keysetTable<PartnerRecord>(partners, [partners.nameKey, partners.id])

export function partnerTable(queries: Queries): Partners {
  const select = () => queries.select({ record: partners.record }).from(partners)

  return {
    async put(records) {
      await queries.execute(putRows(partners, 'id', records.map(partnerRow)))
    },
    async get(id) {
      return (await select().where(eq(partners.id, id)))[0]?.record
    },
    async many(ids) {
      if (ids.length === 0) return []
      return (await many(queries, { ids })).map(({ record }) => record)
    },
    list: (filter, paging) => page(queries, conditionsOf(filter), paging),
    async words() {
      const [row] = await words(queries, {})
      return { tiers: row?.tiers ?? [], regions: row?.regions ?? [] }
    },
  }
}

function conditionsOf({ scope, search = '', kind, alsoIds = [] }: PartnerFilter): SQL[] {
  const conditions = [sql`active`]
  if (scope.kind === 'portfolio')
    conditions.push(sql`id = any(${array([...scope.partnerIds, ...alsoIds])})`)
  if (scope.kind === 'partner')
    conditions.push(sql`id = any(${array([scope.partnerId, ...alsoIds])})`)
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`)
  return [...conditions, ...hasWords(sql`search`, search)]
}

/** The row of a partner: the columns by which SQL finds and sorts it, and the record. */
function partnerRow(partner: PartnerRecord): typeof partners.$inferInsert {
  const { id, name, kind, active } = partner
  return { id, nameKey: sortKey(name), search: fold(name), kind, active, record: partner }
}
