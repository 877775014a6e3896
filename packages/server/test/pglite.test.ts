import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openStore } from '../src/postgres/engine/connect.ts'
import type { Store } from '../src/store/store.ts'
import { startChild } from './child.ts'
import { later, noon } from './records.ts'
import { storeSuite } from './store-suite.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'prmkit-pglite-'))
let refusal: unknown
let store: Store

// Starting takes seconds, so that one folder serves all: killed by one process, opened by the next.
before(async () => {
  const child = await startChild('hang', { dataDir })
  refusal = await openStore({ dataDir }).catch((error: unknown) => error)
  child.kill('SIGKILL')
  await once(child, 'exit')
  store = await openStore({ dataDir })
})
after(async () => {
  await store.close()
  rmSync(dataDir, { recursive: true })
})

test('a second process on one folder is refused with the reason', () => {
  assert.match(String(refusal), /Another server \(process \d+\) is using the folder/)
  assert.ok(String(refusal).includes(dataDir))
})

test('a killed process leaves what it committed, and nothing half-written', async () => {
  assert.equal((await store.read.deals.get('committed'))?.id, 'committed')
  assert.equal(await store.read.deals.get('half-written'), undefined)
})

test('a search puts an exact form before one of the same stem, and knows words that say nothing', async () => {
  const document = (recordId: string, title: string, text: string) => ({
    ...{ resource: 'stems', recordId, language: 'en', isMain: true, languages: ['en'], title },
    ...{ audience: {}, labels: [], parts: [{ heading: '', text }] },
  })
  await store.write(({ texts }) =>
    texts.put([
      document('stem', 'One', 'Mounting, mounting and mounting.'),
      document('exact', 'Two', 'A long text in which somebody has to mount something once.'),
      document('titled', 'This is it', 'Nothing.'),
      document('silent', 'Three', 'And this is that.'),
    ]),
  )
  const filter = { resource: 'stems', reader: { kind: 'all' } as const, now: noon }
  const found = async (search: string) => {
    const asked = { ...filter, languages: ['en'], labels: [] }
    const page = { offset: 0, limit: 10 }
    const { hits } = await store.read.texts.search(asked, search, [], page)
    return hits.map(({ recordId }) => recordId)
  }

  assert.deepEqual(await found('mount '), ['exact', 'stem'])
  assert.deepEqual(await found('this is '), ['titled'])
  assert.deepEqual(await found('is that mount '), ['exact', 'stem'])
})

test('a key that a killed process had taken is free at once, for nobody else can be on the folder', async () => {
  const lease = { processId: 'next', until: later(noon, 30_000), aliveSince: noon }
  const claim = await store.write(({ idempotency }) => idempotency.claim('held', 'f', noon, lease))

  assert.equal(claim.state, 'mine')
})

test('reading through the store within a transaction is an error, where it would wait for ever', async () => {
  const mistaken = store.write(() => store.read.deals.get('committed'))

  await assert.rejects(mistaken, /store.read was used inside store.write/)
})

storeSuite('PGlite', async () => ({ ...store, close: async () => {} }))
