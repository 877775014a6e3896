import assert from 'node:assert/strict'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import pg from 'pg'
import { startPostgres } from '../../../test/native-postgres.ts'
import { openStore } from '../../postgres/engine/connect.ts'
import type { Content, Store } from '../../store/store.ts'
import { importContent } from '../import.ts'

const count = 100_000

/** Counts the rows that the import writes at once. */
function watched(store: Store) {
  let largest = 0
  const write: Store['write'] = (work) =>
    store.write((tables) => {
      const { content } = tables
      const put: Content['put'] = (kind, rows) => {
        largest = Math.max(largest, rows.length)
        return content.put(kind, rows)
      }
      return work({ ...tables, content: { ...content, put } })
    })
  return { store: { ...store, write }, largestBatch: () => largest }
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
  const server = await startPostgres()
  const databaseUrl = await server.database()
  const opened = await openStore({ databaseUrl })
  const admin = new pg.Client(databaseUrl)
  await admin.connect()
  t.after(async () => {
    await admin.end()
    await opened.close()
    await server.stop()
  })
  const { store, largestBatch } = watched(opened)
  const run = async (changed: number, now: string) => {
    await writeDeals(dir, changed)
    const log = { info() {}, warn() {}, error() {} }
    const report = await importContent(store, dir, { log, clock: () => Date.parse(now) })
    const { file: _, ...sums } = report.files.find(({ file }) => file === 'deals.csv')!
    assert.deepEqual(report.problems, [])
    return sums
  }
  const stored = async () => {
    const [deals] = (
      await admin.query(`select count(*)::int as deals, sum((record->>'revision')::int)::int as
        revisions, count(distinct updated_at)::int as instants from deals`)
    ).rows
    const [told] = (await admin.query('select count(*)::int as events from events')).rows
    return { ...deals, ...told }
  }

  assert.deepEqual(await run(-1, '2026-03-01T12:00:00Z'), sums({ added: count }))
  const before = await stored()
  assert.deepEqual([before.deals, before.revisions, before.events], [count, count, count])
  assert.deepEqual(await run(-1, '2026-03-02T12:00:00Z'), sums({ unchanged: count }))
  assert.deepEqual(await stored(), before)
  assert.deepEqual(
    await run(77_777, '2026-03-02T12:00:00Z'),
    sums({ changed: 1, unchanged: count - 1 }),
  )
  const { rows } = await admin.query(`select d.record->>'number' as number, e.revision, e.type
    from events e join deals d on d.id = e.resource_id order by e.transaction, e.seq offset ${count}`)
  assert.deepEqual(rows, [{ number: 'D77777', revision: 2, type: 'deal.updated' }])
  assert.deepEqual(await stored(), {
    ...{ deals: count, revisions: count + 1, events: count + 1 },
    instants: before.instants + 1,
  })
  assert.ok(largestBatch() <= 1000)
})

function sums(some: Partial<Record<'added' | 'changed' | 'unchanged' | 'bad', number>>) {
  return { added: 0, changed: 0, unchanged: 0, bad: 0, ...some }
}
