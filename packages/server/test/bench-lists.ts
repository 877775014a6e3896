import pg from 'pg'
import { createApp, memoryFiles, seed } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import type { Store } from '../src/store/store.ts'
import { aUser } from './records.ts'
import { benchDeal, benchPartner } from './bench-data.ts'
import { compare, record, replayed, tokenFor } from './bench-statements.ts'
import type { NativePostgres } from './native-postgres.ts'

/** Milliseconds of one list, as medians. */
interface ListTimes {
  /** From a Request to the whole text of its Response, in this process, over PostgreSQL. */
  server: number
  /** The same statements, in the same order and as parallel, on the bare driver. */
  driver: number
}

const apiKey = 'sk_bench'

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
    const authorization = `Bearer ${await tokenFor(app, apiKey, user)}`
    const list = async () => {
      const address = 'http://server.example/v1/deals?limit=25'
      const response = await app.fetch(new Request(address, { headers: { authorization } }))
      const text = await response.text()
      if (response.status !== 200) throw new Error(text)
    }
    await list()
    const replay = replayed(pool, await record(list))
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
