import pg from 'pg'
import { createApp, memoryFiles, seed } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { freshUnits } from '../src/rules/training/enrolments.ts'
import type { Store } from '../src/store/store.ts'
import { compare, record, replayed, tokenFor } from './bench-statements.ts'
import type { NativePostgres } from './native-postgres.ts'
import { aUser } from './records.ts'
import { aCourse, anEnrolment, aUnit } from './training-records.ts'

const apiKey = 'sk_bench'
const limits = { requestsPerMinute: 100_000_000 }

/** Milliseconds of one view, as medians. */
export interface TeamTimes {
  server: number
  /** The same statements, in the same order and as parallel, on the bare driver. */
  driver: number
}

/** A page of the team’s open enrolments, of so many people in so many courses, as its manager opens it. */
export async function benchTeam(
  server: NativePostgres,
  people: number,
  courseCount: number,
): Promise<TeamTimes> {
  const databaseUrl = await server.database()
  const store = await openStore({ databaseUrl })
  await seed(store)
  await fillTeam(store, people, courseCount)
  const pool = new pg.Pool({ connectionString: databaseUrl })
  pool.on('error', () => {})
  await pool.query('vacuum analyze')
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], limits })
  const authorization = `Bearer ${await tokenFor(app, apiKey, 'boss')}`
  const list = async () => {
    const query = 'scope=team&limit=50&status=assigned&status=in_progress&status=failed'
    const address = `http://server.example/v1/enrolments?${query}`
    const response = await app.fetch(new Request(address, { headers: { authorization } }))
    const text = await response.text()
    if (response.status !== 200 || !text.includes('nextCursor')) throw new Error(text)
  }
  await list()
  const replay = replayed(pool, await record(list))
  const medians = await compare([list, replay])
  app.close()
  await pool.end()
  await store.close()
  return { server: medians.get(list) ?? Number.NaN, driver: medians.get(replay) ?? Number.NaN }
}

async function fillTeam(store: Store, people: number, courseCount: number): Promise<void> {
  const courses = Array.from({ length: courseCount }, (_, index) =>
    aCourse({ id: `course-${index}`, kind: 'cmi5', units: [aUnit(), aUnit({ id: 'two' })] }),
  )
  for (const [index, course] of courses.entries())
    if (index % 5 === 4) course.prerequisiteIds = [`course-${index - 1}`]
  const users = Array.from({ length: people }, (_, index) =>
    aUser({ id: `learner-${index}`, partnerIds: ['north'] }),
  )
  const boss = aUser({ id: 'boss', role: 'partner_admin', partnerIds: ['north'] })
  await store.write(async (tables) => {
    await tables.users.put([boss, ...users])
    await tables.courses.put(courses)
  })
  const statuses = ['assigned', 'in_progress', 'completed', 'completed'] as const
  const now = Date.now()
  for (const [person, { id: userId }] of users.entries())
    await store.write((tables) =>
      tables.enrolments.put(
        courses.map((course, place) =>
          anEnrolment({
            ...{ userId, partnerId: 'north', courseId: course.id, units: freshUnits(course) },
            status: statuses[(person + place) % statuses.length]!,
            dueAt: new Date(now + ((person * 7 + place * 13) % 90) * 86_400_000).toISOString(),
          }),
        ),
      ),
    )
}
