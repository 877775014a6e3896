import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import test from 'node:test'
import { importContent } from '../src/content/import.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { memoryStore } from '../src/store/memory/memory-store.ts'
import type { Store } from '../src/store/store.ts'

const count = 3000
const now = '2026-03-27T12:00:00.000Z'

async function writeContent(dir: string): Promise<void> {
  await writeFile(join(dir, 'vendor.yaml'), 'name: Tidemark\ncurrencies: [EUR]\n')
  await writeFile(join(dir, 'products.csv'), 'key,name\npump,Pump\n')
  await writeFile(join(dir, 'partners.csv'), 'key,name\np1,One\np2,Two\n')
  const rows = Array.from({ length: count }, (_, index) => {
    const earlier = index % 10 === 9 ? `D${index - 1}` : ''
    return `D${index},submitted,p${1 + (index % 2)},Würth ${index},pump*2@${index}.50,EUR,today-3,${earlier}`
  })
  const head = 'key,status,partner,companyName,lines,currency,submittedAt,duplicateOf'
  await writeFile(join(dir, 'deals.csv'), [head, ...rows].join('\n'))
}

function startImport(dataDir: string, dir: string, ...batches: string[]) {
  const script = join(import.meta.dirname, 'import-child.ts')
  const child = spawn(process.execPath, [script, dataDir, dir, now, ...batches], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const says = once(createInterface(child.stdout), 'line').then(([line]) => String(line))
  return { child, says, ended: once(child, 'exit') }
}

/** Everything the files brought, with keys in place of ids, which differ from import to import. */
async function stateOf(store: Store) {
  const names = new Map<string, string>()
  for (const kind of ['products', 'partners', 'deals'] as const) {
    const keys = ['pump', 'p1', 'p2', ...Array.from({ length: count }, (_, index) => `D${index}`)]
    for (const [key, { id }] of await store.read.content.find(kind, keys))
      names.set(id, `${kind} ${key}`)
  }
  const byKey = (text: string) =>
    text.replaceAll(/(?:deal|partner|product)_[0-9a-z]{24}/g, (id) => names.get(id) ?? id)
  const deals = new Map<string, unknown>()
  let cursor: string | undefined
  do {
    const paging = { limit: 100, ...(cursor !== undefined && { cursor }) }
    const page = await store.read.deals.list({ scope: { kind: 'all' } }, 'created_asc', paging)
    for (const deal of page.items) deals.set(deal.number, JSON.parse(byKey(JSON.stringify(deal))))
    cursor = page.nextCursor
  } while (cursor !== undefined)
  const { events } = (await store.read.events.after(undefined, 10_000))!
  const told = events.map(({ type, resourceId, revision }) =>
    byKey(`${type} ${resourceId} ${revision}`),
  )
  return { deals, told: told.toSorted() }
}

test('an import that was killed half-way and run again ends as one that was not', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'prmkit-killed-'))
  t.after(() => rm(root, { recursive: true }))
  await writeContent(root)
  const dataDir = join(root, 'data')

  // A batch is written in two halves: the first batch is committed, the second is not.
  const killed = startImport(dataDir, root, '2')
  assert.equal(await killed.says, 'half-way')
  killed.child.kill('SIGKILL')
  await killed.ended
  const again = startImport(dataDir, root)
  const report = JSON.parse(await again.says) as { added: number; unchanged: number }
  await again.ended

  assert.equal(report.added + report.unchanged, count)
  assert.ok(report.unchanged > 0, 'what was committed before the kill was kept')
  assert.ok(report.added > 0, 'what was not committed before the kill was not kept')
  const undisturbed = memoryStore()
  const log = { info() {}, warn() {}, error() {} }
  await importContent(undisturbed, root, { log, clock: () => Date.parse(now) })
  const store = await openStore({ dataDir })
  t.after(() => store.close())
  assert.deepEqual(await stateOf(store), await stateOf(undisturbed))
})
