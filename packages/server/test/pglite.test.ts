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
