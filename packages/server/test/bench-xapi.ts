import pg from 'pg'
import { sha256 } from '../src/auth/hash.ts'
import { newUuid } from '../src/ids.ts'
import { createApp, memoryFiles, seed } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { freshUnits } from '../src/rules/training/enrolments.ts'
import type { Store } from '../src/store/store.ts'
import { aSeller } from './board-records.ts'
import { compare } from './bench-statements.ts'
import type { NativePostgres } from './native-postgres.ts'
import { aCourse, aLaunch, anEnrolment, aUnit } from './training-records.ts'

const apiKey = 'sk_bench'
const connections = 8
const limits = { requestsPerMinute: 100_000_000 }
const extensions = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid'
const progress = 'https://w3id.org/xapi/cmi5/result/extensions/progress'

/** Milliseconds for each statement, as medians. */
export interface StatementTimes {
  /** From a Request to the text of its Response. */
  server: number
  /** The rows of the statements alone, inserted on the bare driver. */
  driver: number
}

/** A course that reports over a connection of its own. */
interface Reporter {
  registration: string
  send(count: number, moves: number): Promise<void>
}

/**
 * Statements that come over eight connections at once, one by one and in batches of fifty. Of ten that
 * come alone, and of each batch, one says how far its learner is.
 */
export async function benchXapi(
  server: NativePostgres,
): Promise<{ single: StatementTimes; batch: StatementTimes }> {
  const databaseUrl = await server.database()
  const store = await openStore({ databaseUrl })
  await seed(store)
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], limits })
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections })
  pool.on('error', () => {})
  const reporters: Reporter[] = []
  for (let index = 0; index < connections; index++) reporters.push(await reporter(app, store))
  const all = (work: (one: Reporter) => Promise<unknown>) => () => Promise.all(reporters.map(work))
  const singles = all(async ({ send }) => {
    for (let index = 0; index < 10; index++) await send(1, index === 0 ? 1 : 0)
  })
  const batches = all(({ send }) => send(50, 1))
  const insert = (count: number) => all(({ registration }) => bare(pool, registration, count))
  const tenTimes = all(async ({ registration }) => {
    for (let index = 0; index < 10; index++) await bare(pool, registration, 1)
  })
  const fifty = insert(50)
  const medians = await compare([singles, tenTimes, batches, fifty], { rounds: 40, perRound: 1 })
  const each = (work: () => Promise<unknown>, count: number) =>
    (medians.get(work) ?? Number.NaN) / (connections * count)
  app.close()
  await pool.end()
  await store.close()
  return {
    single: { server: each(singles, 10), driver: each(tenTimes, 10) },
    batch: { server: each(batches, 50), driver: each(fifty, 50) },
  }
}

/** The same rows, in one statement each. */
async function bare(pool: pg.Pool, registration: string, count: number): Promise<void> {
  const at = new Date().toISOString()
  const rows = Array.from({ length: count }, () => {
    const { id, ...said } = aStatement({ registration, actor, activityId: 'x', sessionId: 's' })
    return [id, registration, at, at, JSON.stringify({ id, ...said })]
  })
  const places = rows.map(
    (row, index) => `(${row.map((_, column) => `$${index * 5 + column + 1}`).join(', ')})`,
  )
  await pool.query(
    `insert into statements (id, registration, stored_at, said_at, statement)
      values ${places.join(', ')}`,
    rows.flat(),
  )
}

const actor = {
  objectType: 'Agent' as const,
  account: { homePage: 'https://a.example', name: 'a' },
}

function aStatement(
  {
    registration,
    actor,
    activityId,
    sessionId,
  }: {
    registration: string
    actor: object
    activityId: string
    sessionId: string
  },
  more: object = {},
) {
  return {
    ...{ id: newUuid(), actor, timestamp: new Date().toISOString() },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
    object: { objectType: 'Activity', id: activityId },
    context: { registration, extensions: { [extensions]: sessionId } },
    ...more,
  }
}

/** Begins a session of a learner of their own in a course of their own. */
export async function reporter(app: ReturnType<typeof createApp>, store: Store): Promise<Reporter> {
  const registration = newUuid()
  const course = aCourse({ kind: 'cmi5', units: [aUnit()] })
  const enrolment = anEnrolment({
    ...{ courseId: course.id, partnerId: 'north', status: 'in_progress', registration },
    units: freshUnits(course),
  })
  const launch = aLaunch({
    ...{ enrolmentId: enrolment.id, registration, tokenHash: await sha256('secret') },
    ...{ launchedAt: new Date().toISOString(), initializedAt: '2026-01-01T00:00:00.000Z' },
    verbs: ['initialized'],
  })
  await store.write(async (tables) => {
    await tables.courses.put([course])
    await tables.users.put([aSeller(enrolment.userId, 'north')])
    await tables.enrolments.put([enrolment])
    await tables.launches.put([launch])
  })
  const headers = {
    ...{
      authorization: `Basic ${btoa(`${launch.id}:secret`)}`,
      'content-type': 'application/json',
    },
    'x-experience-api-version': '1.0.3',
  }
  let done = 0
  return {
    registration,
    async send(count, moves) {
      const statements = Array.from({ length: count }, (_, index) =>
        aStatement(
          launch,
          index < moves && done < 100
            ? { result: { extensions: { [progress]: (done += 1) } } }
            : { result: { success: true, response: 'yes' } },
        ),
      )
      const response = await app.fetch(
        new Request('http://server.example/xapi/statements', {
          ...{ method: 'POST', headers },
          body: JSON.stringify(count === 1 ? statements[0] : statements),
        }),
      )
      const text = await response.text()
      if (response.status !== 200) throw new Error(text)
    },
  }
}
