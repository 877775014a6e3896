import { sql, type SQL } from 'drizzle-orm'
import { ownerOf } from '../rules/shared/owned.ts'
import type { ParentRecord } from '../store/records.ts'
import type { Records } from '../store/store.ts'
import { rowsOf, type Queries } from './engine/database.ts'
import { assignments, columnNames, insertRows, recordset } from './query/recordset.ts'
import { recordPartners, records, type HangingTable } from './schema.ts'

type Found = Pick<ParentRecord, 'id' | 'resource'>

export function recordTable(queries: Queries): Records {
  const find = async (id: string, lock: SQL) =>
    (
      await rowsOf<Found>(queries, sql`select id, resource from records where id = ${id} ${lock}`)
    )[0]

  return {
    get: (id) => find(id, sql``),
    lock: (id) => find(id, sql`for update`),
    async insert(record) {
      await queries.execute(sql`with ${insertParents([record])} select`)
    },
    async update(record) {
      const { rowCount } = await queries.execute(
        sql`with ${updateParents([record])} select from records where id = ${record.id}`,
      )
      if (rowCount === 0) throw new Error(`There is no record ${record.id} to update.`)
    },
    async remove(id) {
      await queries.execute(removeParent(id))
    },
  }
}

/** Parts of a statement that write new parents and the partners who see them. */
export function insertParents(parents: readonly ParentRecord[]): SQL {
  return sql`parents as (${insertRows(records, parents.map(parentRow))}),
    links as (${insertRows(recordPartners, linkRows(parents))})`
}

/**
 * Parts of a statement that write other partners of parents, which are found by their ids. A changed
 * owner leads the keys of all that hangs on the record: the foreign keys pass the change on.
 */
export function updateParents(parents: readonly ParentRecord[]): SQL {
  const links = recordset(recordPartners, linkRows(parents))
  return sql`moved as (
      update records p set partner_id = r.partner_id
        from ${recordset(records, parents.map(parentRow))}
        where p.id = r.id and p.partner_id <> r.partner_id
    ), gone as (
      delete from record_partners l where l.record_id in (select r.record_id from ${links})
        and not exists (
          select from ${links} where r.record_id = l.record_id and r.partner_id = l.partner_id
        )
    ), links as (
      ${insertRows(recordPartners, linkRows(parents))}
        where r.record_id in (select id from records)
        on conflict (partner_id, resource, created_at, record_id)
        do update set ${assignments(recordPartners, 'excluded')}
    )`
}

type HangingRow<Table extends HangingTable> = Omit<Table['$inferInsert'], 'partnerId'> & {
  recordId: string
}

/** Inserts a row below its record, which stays as long as the transaction lasts. */
export async function hangRow<Table extends HangingTable>(
  queries: Queries,
  table: Table,
  row: HangingRow<Table>,
): Promise<void> {
  const names = ownNames(table)
  const { rowCount } = await queries.execute(
    sql`insert into ${table} (partner_id, ${listOf(names)}) select p.partner_id, ${listOf(names, 'r.')}
      from ${recordset(table, [row] as Table['$inferInsert'][])}
      join records p on p.id = r.record_id for key share of p`,
  )
  if (rowCount === 0) throw new Error(`There is no record ${row.recordId} to hang anything on.`)
}

/** Inserts rows below their records, or replaces those with the same id. */
export function putHanging<Table extends HangingTable>(
  table: Table,
  rows: readonly HangingRow<Table>[],
): SQL {
  const names = ownNames(table)
  const source = recordset(table, rows as readonly Table['$inferInsert'][])
  const changes = sql.raw(names.map((name) => `${name} = r.${name}`).join(', '))
  return sql`with changed as (
      update ${table} set ${changes} from ${source}
      where ${table}.record_id = r.record_id and ${table}.id = r.id returning ${table}.id
    )
    insert into ${table} (partner_id, ${listOf(names)})
    select (select p.partner_id from records p where p.id = r.record_id for key share),
      ${listOf(names, 'r.')} from ${source} where r.id not in (select id from changed)`
}

/** The columns of a row without its owner, which is read from its record. */
function ownNames(table: HangingTable): string[] {
  return columnNames(table).filter((name) => name !== 'partner_id')
}

function listOf(names: readonly string[], prefix = ''): SQL {
  return sql.raw(names.map((name) => prefix + name).join(', '))
}

/** Removes a record and everything that hangs on it; its files become free. */
export function removeParent(id: string): SQL {
  return sql`delete from records where id = ${id}`
}

function parentRow(parent: ParentRecord): typeof records.$inferInsert {
  return { partnerId: ownerOf(parent), id: parent.id, resource: parent.resource }
}

function linkRows(parents: readonly ParentRecord[]): (typeof recordPartners.$inferInsert)[] {
  return parents.flatMap((parent) => {
    const { id: recordId, resource, createdAt, partners } = parent
    const seen = new Set(partners.map(({ partnerId }) => partnerId))
    const ownerId = ownerOf(parent)
    return [...seen].map((partnerId) => ({ partnerId, resource, createdAt, recordId, ownerId }))
  })
}
