import assert from 'node:assert/strict'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import type { ContentRow, Content, ContentKind, Store } from '../store/store.ts'
import { importContent } from './import.ts'

const count = 100_000

/** A store of which only the import's part is there: it keeps the hash of each row and nothing else. */
function hashStore() {
  const hashes = new Map<string, string>()
  const moved: string[] = []
  let largest = 0
  const content: Content = {
    async merge<Kind extends ContentKind>(kind: Kind, rows: readonly ContentRow<Kind>[]) {
      largest = Math.max(largest, rows.length)
      const sum = { added: 0, changed: 0, unchanged: 0 }
      for (const { key, hash } of rows) {
        const place = `${kind} ${key}`
        const before = hashes.get(place)
        sum[before === undefined ? 'added' : before === hash ? 'unchanged' : 'changed']++
        if (before !== hash) moved.push(place)
        hashes.set(place, hash)
      }
      return sum
    },
    ids: async (kind, keys) =>
      new Map(keys.filter((key) => hashes.has(`${kind} ${key}`)).map((key) => [key, key])),
  }
  const settings = async () => ({ discovery: {}, softenAvailability: false })
  const programme = { settings, form: async () => undefined, putSettings: async () => {} }
  const tables = { content, programme } as unknown as Store['read']
  const write: Store['write'] = (work) => work(tables)
  return { store: { read: tables, write } as Store, moved, largestBatch: () => largest }
}

async function writeDeals(dir: string, changed: number): Promise<void> {
  const file = await open(join(dir, 'deals.csv'), 'w')
  await file.write('\ufeffKey;Status;Partner;Company name;Amount;Currency;Submitted at\r\n')
  for (let start = 0; start < count; start += 1000) {
    const rows = Array.from({ length: 1000 }, (_, offset) => {
      const index = start + offset
      const amount = index === changed ? '7.00' : `${index}.50`
      return `D${index};submitted;p1;"Müller ""${index}"" & Söhne; Kiel";${amount};EUR;today-${index % 90}`
    })
    await file.write(`${rows.join('\r\n')}\r\n`)
  }
  await file.close()
}

test('100,000 rows go in, then nothing, then the one that changed, in bounded memory', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'prmkit-large-'))
  t.after(() => rm(dir, { recursive: true }))
  await writeFile(join(dir, 'vendor.yaml'), 'name: Tidemark\ncurrencies: [EUR]\n')
  await writeFile(join(dir, 'partners.csv'), 'key,name\np1,One\n')
  const { store, moved, largestBatch } = hashStore()
  const run = async (changed: number, now: string) => {
    await writeDeals(dir, changed)
    const log = { info() {}, warn() {}, error() {} }
    const report = await importContent(store, dir, { log, clock: () => Date.parse(now) })
    const { file: _, ...sums } = report.files.find(({ file }) => file === 'deals.csv')!
    assert.deepEqual(report.problems, [])
    return sums
  }

  assert.deepEqual(await run(-1, '2026-03-01T12:00:00Z'), sums({ added: count }))
  moved.length = 0
  assert.deepEqual(await run(-1, '2026-03-02T12:00:00Z'), sums({ unchanged: count }))
  assert.deepEqual(moved, [])
  assert.deepEqual(
    await run(77_777, '2026-03-02T12:00:00Z'),
    sums({ changed: 1, unchanged: count - 1 }),
  )
  assert.deepEqual(moved, ['deals D77777'])
  assert.ok(largestBatch() <= 2000)
})

function sums(some: Partial<Record<'added' | 'changed' | 'unchanged' | 'bad', number>>) {
  return { added: 0, changed: 0, unchanged: 0, bad: 0, ...some }
}
