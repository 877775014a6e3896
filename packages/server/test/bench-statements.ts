import pg from 'pg'
import type { createApp } from '../src/index.ts'

/** A statement as the server sent it. */
interface Statement {
  text: string
  values: unknown[]
}

/** Something that is measured. */
export type Work = () => Promise<unknown>

/** The statements of some work, those in one wave sent before one of them was answered. */
export async function record(work: () => Promise<unknown>): Promise<Statement[][]> {
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

/** The same statements on the bare driver, those of one wave at once. */
export function replayed(pool: pg.Pool, waves: readonly Statement[][]): Work {
  return async () => {
    for (const wave of waves) await Promise.all(wave.map((statement) => pool.query(statement)))
  }
}

/** Medians in milliseconds: turn and turn about, beginning with another each time, so that all have the same weather. */
export async function compare(
  works: readonly Work[],
  { rounds = 40, perRound = 15 } = {},
): Promise<Map<Work, number>> {
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

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

/** The token of a person, from the backend of the vendor’s site. */
export async function tokenFor(
  app: ReturnType<typeof createApp>,
  apiKey: string,
  id: string,
): Promise<string> {
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
