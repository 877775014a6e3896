import pg from 'pg'
import { createApp, memoryFiles, seed } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import type { Store } from '../src/store/store.ts'
import { aUser } from './records.ts'
import { benchDeal, benchPartner } from './bench-data.ts'
import type { NativePostgres } from './native-postgres.ts'

/** A statement as the server sent it. */
interface Statement {
  text: string
  values: unknown[]
}

/** Milliseconds of one list, as medians. */
interface ListTimes {
  /** From a Request to the whole text of its Response, in this process, over PostgreSQL. */
  server: number
  /** The same statements, in the same order and as parallel, on the bare driver. */
  driver: number
}

type Work = () => Promise<unknown>

const apiKey = 'sk_bench'
const rounds = 40
const perRound = 15

/** Lists 25 deals out of so many, as a vendor manager and as a distributor who sees them all. */
export async function benchLists(
  server: NativePostgres,
  counts: readonly number[],
): Promise<{ count: number; reader: string; times: ListTimes }[]> {
  const backends = []
  for (const count of counts) backends.push(await openBackend(server, count))
  const works = backends.flatMap(({ readers }) =>
    readers.flatMap(({ list, replay }) => [list, replay]),
  )
  const medians = await compare(works)
  const results = backends.flatMap(({ count, readers }) =>
    readers.map(({ reader, list, replay }) => ({
      ...{ count, reader },
      times: { server: medians.get(list) ?? Number.NaN, driver: medians.get(replay) ?? Number.NaN },
    })),
  )
  for (const { close } of backends) await close()
  return results
}

async function openBackend(server: NativePostgres, count: number) {
  const databaseUrl = await server.database()
  const store = await openStore({ databaseUrl })
  await fill(store, count)
  const pool = new pg.Pool({ connectionString: databaseUrl })
  pool.on('error', () => {})
  await pool.query('vacuum analyze')
  const limits = { requestsPerMinute: 100_000_000, customersPerHour: 100_000_000 }
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], limits })
  const readers = []
  for (const [reader, user] of [
    ['vendor', 'mona'],
    ['distributor', 'user_distributor'],
  ] as const) {
    const authorization = `Bearer ${await tokenFor(app, user)}`
    const list = async () => {
      const address = 'http://server.example/v1/deals?limit=25'
      const response = await app.fetch(new Request(address, { headers: { authorization } }))
      const text = await response.text()
      if (response.status !== 200) throw new Error(text)
    }
    await list()
    const waves = await record(list)
    const replay = async () => {
      for (const wave of waves) await Promise.all(wave.map((statement) => pool.query(statement)))
    }
    readers.push({ reader, list, replay })
  }
  const close = async () => {
    app.close()
    await pool.end()
    await store.close()
  }
  return { count, readers, close }
}

async function fill(store: Store, count: number) {
  await seed(store)
  const partners = Array.from({ length: 40 }, (_, index) => benchPartner(index))
  partners.push({ ...benchPartner(0), id: 'partner_distributor', kind: 'distributor' })
  const users = Array.from({ length: 40 }, (_, index) => aUser({ id: `user_${index}` }))
  users.push(
    aUser({ id: 'user_distributor', role: 'partner_admin', partnerIds: ['partner_distributor'] }),
  )
  await store.write((tables) => tables.partners.put(partners))
  await store.write((tables) => tables.users.put(users))
  for (let start = 0; start < count; start += 1000) {
    const deals = Array.from({ length: Math.min(1000, count - start) }, (_, index) =>
      benchDeal(start + index),
    )
    await store.write((tables) => tables.deals.insert(...deals))
  }
}

async function tokenFor(app: ReturnType<typeof createApp>, id: string): Promise<string> {
  const response = await app.fetch(
    new Request('http://server.example/v1/sessions', {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ user: { id } }),
    }),
  )
  const session = (await response.json()) as { token: string }
  return session.token
}

/** The statements of some work, those in one wave sent before one of them was answered. */
async function record(work: () => Promise<unknown>): Promise<Statement[][]> {
  const waves: Statement[][] = []
  const { query } = pg.Client.prototype as { query: (...args: never[]) => unknown }
  let running = 0
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [config, values] = args as [string | { text: string }, unknown[]]
    if (running++ === 0) waves.push([])
    waves.at(-1)?.push({ text: typeof config === 'string' ? config : config.text, values })
    const done = args.at(-1)
    const answered = () => void running--
    if (typeof done === 'function')
      args[args.length - 1] = (...results: unknown[]) => {
        answered()
        done(...results)
      }
    const result = query.apply(this, args as never)
    if (result instanceof Promise) result.then(answered, answered)
    return result
  } as never
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query as never
  }
  return waves
}

/** Turn and turn about, beginning with another each time, so that all have the same weather. */
async function compare(works: readonly Work[]): Promise<Map<Work, number>> {
  const times = new Map(works.map((work) => [work, [] as number[]]))
  for (let round = 0; round < rounds; round++)
    for (const offset of works.keys()) {
      const work = works[(round + offset) % works.length]!
      const start = performance.now()
      for (let index = 0; index < perRound; index++) await work()
      times.get(work)?.push((performance.now() - start) / perRound)
    }
  return new Map([...times].map(([work, all]) => [work, median(all)]))
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
