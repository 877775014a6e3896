import { sql, type SQL } from 'drizzle-orm'
import type { Begun, Launches, Statements, XapiDocuments } from '../../store/training.ts'
import type { LaunchRecord, StatementRecord, XapiDocument } from '../../store/training-records.ts'
import { instantText } from '../articles/tasks.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { array, insertRows, putRows } from '../query/recordset.ts'
import { gathered } from './gathered.ts'
import { launches, statements, xapiDocuments } from './schema.ts'

async function records<Record>(queries: Queries, statement: SQL): Promise<Record[]> {
  return (await rowsOf<{ record: Record }>(queries, statement)).map(({ record }) => record)
}

export function launchTable(queries: Queries): Launches {
  async function begun(id: string, locking: SQL) {
    const [found] = await rowsOf<Begun>(
      queries,
      sql`select l.record as launch, e.record as enrolment, c.record as course
        from launches l join enrolments e on e.id = l.record->>'enrolmentId'
        join courses c on c.id = e.course_id
        where l.id = ${id} ${locking}`,
    )
    return found
  }
  return {
    async put(put) {
      const rows = put.map((record) => {
        const { id, registration, endedAt } = record
        return { id, registration, isOpen: endedAt === undefined, record }
      })
      await queries.execute(putRows(launches, 'id', rows))
    },
    get: async (id) =>
      (await records<LaunchRecord>(queries, sql`select record from launches where id = ${id}`))[0],
    async lock(id) {
      const query = sql`select record from launches where id = ${id} for update`
      return (await records<LaunchRecord>(queries, query))[0]
    },
    look: (id) => begun(id, sql``),
    // Locks the enrolment before the launch: opening a course again takes them in the same order.
    begun: (id) => begun(id, sql`for update of e for update of l`),
    open: (registration) =>
      records<LaunchRecord>(
        queries,
        sql`select record from launches where registration = ${registration} and is_open order by id`,
      ),
  }
}

const statementRecord = sql`jsonb_build_object('id', id, 'registration', registration,
  'storedAt', ${instantText(sql`stored_at`)}, 'timestamp', said_at, 'statement', statement) as record`

const statementRow = ({ timestamp, ...row }: StatementRecord) => ({ ...row, saidAt: timestamp })

export function statementTable(queries: Queries): Statements {
  return {
    insertWhile: gathered(async (claims) => {
      const rows = claims.map(([{ launch, enrolment }, statement]) => ({
        ...statementRow(statement),
        ...{ launch, enrolment: enrolment.id, revision: enrolment.revision },
      }))
      const kept = await rowsOf<{ id: string }>(
        queries,
        sql`${insertRows(statements, rows, { launch: 'jsonb', enrolment: 'text', revision: 'jsonb' })}
          where (select l.record = r.launch from launches l where l.id = r.launch->>'id')
            and (select e.record->'revision' = r.revision from enrolments e where e.id = r.enrolment)
          order by r.id on conflict do nothing returning id`,
      )
      return new Set(kept.map(({ id }) => id))
    }),
    async insert(inserted) {
      const rows = inserted.map(statementRow)
      if (rows.length === 0) return []
      const kept = await rowsOf<{ id: string }>(
        queries,
        sql`${insertRows(statements, rows)} on conflict do nothing returning id`,
      )
      return kept.map(({ id }) => id)
    },
    many: (ids) =>
      records<StatementRecord>(
        queries,
        sql`select ${statementRecord} from statements where id = any(${array(ids)})`,
      ),
    ofRegistration: (registration, limit) =>
      records<StatementRecord>(
        queries,
        sql`select ${statementRecord} from statements where registration = ${registration}
          order by seq limit ${limit}`,
      ),
  }
}

const documentRecord = sql`jsonb_build_object('place', place, 'id', id, 'mediaType', media_type,
  'body', body, 'hash', hash, 'updatedAt', ${instantText(sql`updated_at`)}) as record`

export function documentTable(queries: Queries): XapiDocuments {
  return {
    async get(place, id) {
      const query = sql`select ${documentRecord} from xapi_documents
        where place = ${place} and id = ${id}`
      return (await records<XapiDocument>(queries, query))[0]
    },
    async put(document) {
      await queries.execute(putRows(xapiDocuments, 'place, id', [document]))
    },
    async remove(place, id) {
      await queries.execute(sql`delete from xapi_documents where place = ${place} and id = ${id}`)
    },
    async removeAt(texts) {
      await queries.execute(sql`delete from xapi_documents where exists (
        select from unnest(${array(texts)}) as text where position(text in place) > 0)`)
    },
    list: (place) =>
      rowsOf<{ id: string; updatedAt: string }>(
        queries,
        sql`select id, ${instantText(sql`updated_at`)} as "updatedAt" from xapi_documents
          where place = ${place} order by id collate "C"`,
      ),
  }
}
