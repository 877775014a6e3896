import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checks, run } from '@prmkit/conformance'
import { startPostgres } from '../test/native-postgres.ts'
import { seedBoards } from '../test/board-records.ts'
import { seedLibrary } from '../test/library-records.ts'
import { seedContent } from '../test/records.ts'
import { heldBy, seedAcademy } from '../test/training-records.ts'
import { createApp, memoryFiles, memoryStore, seed, type Store } from './index.ts'
import { openStore } from './postgres/engine/connect.ts'

const apiKey = 'sk_conformance'

/** Checks that need a clock, limits or users of their own: test/conformance.test.ts and test/partial-backends.test.ts try them. */
const apart = ['streams.token-end', 'limits.retry-after', 'capabilities.read-only']

/** Each store, and what ends with it. */
const stores: Record<string, () => Promise<{ store: Store; stop?: () => Promise<void> }>> = {
  memory: async () => ({ store: memoryStore() }),
  PGlite: async () => ({ store: await openStore() }),
  async PostgreSQL() {
    const { database, stop } = await startPostgres()
    return { store: await openStore({ databaseUrl: await database() }), stop }
  },
}

for (const [name, open] of Object.entries(stores))
  test(`the backend over ${name} keeps every promise of the contract`, async (suite) => {
    const { store, stop } = await open()
    suite.after(async () => {
      await store.close()
      await stop?.()
    })
    await seed(store)
    await seedBoards(store)
    await seedContent(store)
    const fileStore = memoryFiles()
    await seedLibrary(store, fileStore)
    await store.write((tables) => seedAcademy(tables, new Date().toISOString(), [heldBy('ada')]))
    const limits = { requestsPerMinute: 100_000, customersPerHour: 10_000, heartbeat: 200 }
    const app = createApp({ store, fileStore, apiKeys: [apiKey], limits })
    suite.after(() => app.close())
    const target = {
      baseUrl: 'http://server.example',
      apiKey,
      fetch: (input: RequestInfo | URL, init?: RequestInit) => app.fetch(new Request(input, init)),
      seller: { user: { id: 'ada' } },
      stranger: { user: { id: 'sol' } },
      colleague: { user: { id: 'cleo' } },
      restricted: { user: { id: 'sam' } },
      manager: { user: { id: 'mona' } },
    }
    let count = 0
    for await (const { check, result, reason } of run(target)) {
      count += 1
      const expected = apart.includes(check.id) ? 'skip' : 'pass'
      await suite.test(`${check.id}: ${check.title}`, () => assert.equal(result, expected, reason))
    }
    assert.equal(count, checks.length)
  })
