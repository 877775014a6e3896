import pg from 'pg'
import { createApp, memoryFiles, seed } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { give } from '../src/routes/boards/give.ts'
import { rebuildBoards } from '../src/routes/boards/rebuild.ts'
import type { Store } from '../src/store/store.ts'
import { aBoard, aPoint, aRule } from './board-records.ts'
import type { NativePostgres } from './native-postgres.ts'

/** Milliseconds, as medians, with so many entries on a board. */
export interface BoardTimes {
  count: number
  /** All entries have the caller's score. */
  tied: boolean
  /** From a request to the caller's rank with its neighbours. */
  mine: number
  /** From a request to one page around the caller. */
  around: number
  /** One event of ten points, until the new rank was read. */
  event: number
  /** The same from eight at once, for each. */
  eight: number
  /** Seconds to add all scores up anew from so many events. */
  rebuild: number
}

const apiKey = 'sk_bench'
const rounds = 60

type Work = (round: number) => Promise<unknown>

/** The entries of a board that is measured, which may all have the caller's score. */
export type BoardSize = Pick<BoardTimes, 'count' | 'tied'>

/** A board that was filled and counted, and the works that are measured on it. */
interface Filled extends BoardSize {
  rebuild: number
  works: Record<'mine' | 'around' | 'event' | 'eight', Work>
  close(): Promise<void>
}

/**
 * Measures boards of these sizes on one server. They take turns in each round: whatever else the
 * machine does meanwhile slows all of them, and the ratios stay.
 */
export async function benchBoards(
  server: NativePostgres,
  sizes: readonly BoardSize[],
): Promise<BoardTimes[]> {
  const boards: Filled[] = []
  for (const size of sizes) boards.push(await filled(server, size))
  const medians = {
    mine: await mediansOf(boards.map(({ works }) => works.mine)),
    around: await mediansOf(boards.map(({ works }) => works.around)),
    event: await mediansOf(boards.map(({ works }) => works.event)),
    eight: await mediansOf(boards.map(({ works }) => works.eight)),
  }
  for (const board of boards) await board.close()
  return boards.map(({ count, tied, rebuild }, place) => ({
    ...{ count, tied, rebuild, mine: medians.mine[place]!, around: medians.around[place]! },
    ...{ event: medians.event[place]!, eight: medians.eight[place]! / 8 },
  }))
}

async function filled(server: NativePostgres, size: BoardSize): Promise<Filled> {
  const databaseUrl = await server.database()
  const store = await openStore({ databaseUrl })
  await seed(store)
  const pool = new pg.Pool({ connectionString: databaseUrl })
  pool.on('error', () => {})
  await fill(store, pool, size)
  const started = performance.now()
  await rebuildBoards(store, ['bench'], new Date().toISOString())
  const rebuild = (performance.now() - started) / 1000
  await pool.query('vacuum analyze')
  const limits = { requestsPerMinute: 100_000_000 }
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], limits })
  const call = async (path: string, init: RequestInit) => {
    const answer = await app.fetch(new Request(`http://bench.example/v1${path}`, init))
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
    return text
  }
  const { token } = JSON.parse(
    await call('/sessions', {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ user: { id: 'ada' }, partnerId: 'north' }),
    }),
  ) as { token: string }
  const read = (path: string) => call(path, { headers: { authorization: `Bearer ${token}` } })
  const mine = () => read('/boards/bench/mine?period=all')
  const around = () => read('/boards/bench/entries?period=all&around=me&limit=25')
  const partners = ['north', 'south', 'hub']
  const sheet = { boardId: 'bench', period: 'all', group: '' }
  const event = async (index: number) => {
    const partnerId = partners[index % partners.length]!
    const point = aPoint({ partnerId, rule: 'bench', at: new Date().toISOString() })
    await store.write((tables) => give(tables, [point], point.at))
    await store.read.boards.standing(sheet, partnerId)
  }
  const eight = (round: number) =>
    Promise.all(Array.from({ length: 8 }, (_, index) => event(round + index)))
  return {
    ...{ ...size, rebuild, works: { mine, around, event, eight } },
    async close() {
      app.close()
      await pool.end()
      await store.close()
    },
  }
}

/** Scores that people have: many small ones, and few up to 100,000; or the caller's score for all. */
async function fill(store: Store, pool: pg.Pool, { count, tied }: BoardSize): Promise<void> {
  const board = aBoard({ id: 'bench', rules: ['bench'], periods: ['month', 'all'], minCohort: 5 })
  await store.write(async (tables) => {
    await tables.programme.putPointRules({ rules: [aRule({ id: 'bench' })], lateDays: 31 })
    await tables.boards.put([board])
    const at = new Date().toISOString()
    const own = ['north', 'south', 'hub'].map((partnerId, index) =>
      aPoint({ partnerId, rule: 'bench', at, points: 4000 + index }),
    )
    await give(tables, own, at)
  })
  await pool.query(
    `insert into partners (id, name_key, search, kind, active, record)
      select 'bench-' || n, 'bench ' || n, '', 'reseller', true, jsonb_build_object(
        'id', 'bench-' || n, 'externalIds', '{}'::jsonb, 'name', 'Bench ' || n,
        'kind', 'reseller', 'active', true) from generate_series(1, $1::int) n`,
    [count],
  )
  // Written by the database itself: the events are what is counted, not how they come.
  await pool.query(
    `insert into point_events (id, key, partner_id, rule, points, at, expired, counts, record)
      select 'bench-' || n, 'bench-' || n, 'bench-' || n, 'bench',
        case when $2 then 4000
          else 1 + floor(100000 * power(abs(hashint4(n)) / 2147483648.0, 3))::int end,
        now(), false, true, '{}'
      from generate_series(1, $1) n`,
    [count - 3, tied],
  )
}

/** The median time of each work in milliseconds; the works take turns. */
async function mediansOf(works: readonly Work[]): Promise<number[]> {
  const times = works.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [place, work] of works.entries()) {
      const start = performance.now()
      await work(round)
      times[place]!.push(performance.now() - start)
    }
  return times.map((all) => all.toSorted((one, other) => one - other)[rounds / 2] ?? Number.NaN)
}
