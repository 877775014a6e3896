import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { createApp, memoryFiles, seed } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import type { Store } from '../src/store/store.ts'
import { record, tokenFor } from './bench-statements.ts'
import { startPostgres, type NativePostgres } from './native-postgres.ts'
import { seedContent } from './records.ts'

const apiKey = 'sk_for_tests_only'

describe('a search in PostgreSQL', () => {
  let server: NativePostgres
  let store: Store
  let app: ReturnType<typeof createApp>
  let admin: pg.Client
  let token: string

  before(async () => {
    server = await startPostgres()
    const databaseUrl = await server.database()
    store = await openStore({ databaseUrl })
    await seed(store)
    await seedContent(store)
    app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey] })
    token = await tokenFor(app, apiKey, 'ada')
    admin = new pg.Client({ connectionString: databaseUrl })
    await admin.connect()
  })
  after(async () => {
    app.close()
    await admin.end()
    await store.close()
    await server.stop()
  })

  const search = async (words: string) => {
    const query = new URLSearchParams({ search: words, facets: 'true' })
    const response = await app.fetch(
      new Request(`http://server.example/v1/articles/search?${query}`, {
        headers: { authorization: `Bearer ${token}` },
      }),
    )
    return response.json() as Promise<{ items: unknown[]; suggestion?: { text: string } }>
  }
  const statements = async (words: string) =>
    (await record(() => search(words))).flat().map(({ text }) => text)

  it('asks for like words only where a word stands in none of its finds', async () => {
    assert.ok((await search('logger minute')).items.length > 0)
    const found = await statements('logger minute')
    assert.ok(found.some((text) => text.includes('text_documents')))
    assert.ok(!found.some((text) => text.includes('text_words')))

    assert.equal((await search('loger minute')).suggestion?.text, 'logger minute')
    assert.ok((await statements('loger minute')).some((text) => text.includes('text_words')))
  })

  it('has no statistics of words, by which every text would be read for a frequent one', async () => {
    await admin.query('analyze text_documents')
    const { rows } = await admin.query(
      `select attname from pg_stats
        where tablename = 'text_documents' and attname in ('title', 'words')`,
    )

    assert.deepEqual(rows, [{ attname: 'title' }])
  })
})
