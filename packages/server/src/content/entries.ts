import { hash } from 'node:crypto'
import type { Person } from '@prmkit/contract'
import type { UserRecord } from '../store/records.ts'
import type { Paging, Store, Tables } from '../store/store.ts'
import type { Page } from '../store/types.ts'
import type { CsvRow } from './csv.ts'
import { Header, type Columns } from './header.ts'
import { Row } from './row.ts'
import type { Importing } from './table.ts'

/** A file whose rows are added to a deal and never changed: comments and the timeline. */
export interface EntryFile<Entry extends { id: string }> {
  prefix: string
  columns: Columns
  record(row: Row, base: { id: string; partnerId: string; dealId: string }, actor: Person): Entry
  list(tables: Tables, dealId: string, paging: Paging): Promise<Page<Entry>>
  insert(tables: Tables, entry: Entry): Promise<void>
}

interface Pending {
  row: Row
  id: string
  dealId: string
}

const batchSize = 500

/** Brings in what is not there yet; an entry's id comes from what its row says. */
export async function importEntries<Entry extends { id: string }>(
  file: EntryFile<Entry>,
  rows: AsyncIterable<CsvRow[]>,
  importing: Importing,
): Promise<void> {
  const { log } = importing
  const seen = new Set<string>()
  let header: Header | undefined
  const batch: Row[] = []
  for await (const found of rows)
    for (const one of found) {
      const { line, problem } = one
      if (problem !== undefined) {
        log.report.bad++
        log.problem(problem, { line })
      } else if (!header) {
        header = new Header(one.cells, file.columns)
        for (const { text } of header.problems) log.problem(text, { line })
        if (!header.complete) return
      } else {
        batch.push(new Row(header, line, one.cells, importing.reading))
        if (batch.length === batchSize) await addEntries(file, batch.splice(0), seen, importing)
      }
    }
  await addEntries(file, batch, seen, importing)
}

async function addEntries<Entry extends { id: string }>(
  file: EntryFile<Entry>,
  rows: readonly Row[],
  seen: Set<string>,
  importing: Importing,
): Promise<void> {
  const { store, reading, log } = importing
  const { references } = reading
  const cells = (column: string) => rows.flatMap((row) => row.cell(column) ?? [])
  await references.load('deals', cells('deal'))
  await references.load('users', cells('user'))
  const userIds = cells('user').flatMap((key) => references.id('users', key) ?? [])
  const users = new Map(
    (await store.read.users.many([...new Set(userIds)])).map((user) => [user.id, user]),
  )
  const pending: Pending[] = []
  for (const row of rows) {
    const dealId = row.required('deal', row.reference('deal', 'deals'), '')
    const id = `${file.prefix}_${hash('sha256', `${dealId}\u001d${row.said()}`, 'hex').slice(0, 32)}`
    if (row.problems.length > 0) refuse(row, importing)
    else if (seen.has(id)) {
      log.report.bad++
      log.problem('The row says the same as one before it.', { line: row.line })
    } else {
      seen.add(id)
      pending.push({ row, id, dealId })
    }
  }
  await addMissing(file, pending, users, importing)
}

async function addMissing<Entry extends { id: string }>(
  file: EntryFile<Entry>,
  pending: readonly Pending[],
  users: ReadonlyMap<string, UserRecord>,
  importing: Importing,
): Promise<void> {
  const { store, log } = importing
  const dealIds = [...new Set(pending.map(({ dealId }) => dealId))]
  const there = await Promise.all(dealIds.map((dealId) => existing(file, dealId, store.read)))
  const known = new Set(there.flat())
  const fresh = pending.filter(({ id }) => !known.has(id))
  const owners = new Map<string, string>()
  for (const dealId of new Set(fresh.map((one) => one.dealId)))
    owners.set(dealId, (await ownerOf(dealId, store)) ?? '')
  const added: Entry[] = []
  for (const { row, id, dealId } of fresh) {
    const partnerId = owners.get(dealId)
    // A draft that its partner has deleted stays deleted, with all that belonged to it.
    if (!partnerId) continue
    const userId = row.reference('user', 'users')
    const actor = actorOf(users.get(userId ?? ''))
    const entry = file.record(row, { id, partnerId, dealId }, actor)
    if (row.problems.length > 0) refuse(row, importing)
    else added.push(entry)
  }
  if (added.length > 0)
    await store.write(async (tables) => {
      for (const entry of added) await file.insert(tables, entry)
    })
  log.report.unchanged += pending.length - fresh.length
  log.report.added += added.length
}

/** The ids of what a deal has already. */
async function existing<Entry extends { id: string }>(
  file: EntryFile<Entry>,
  dealId: string,
  tables: Tables,
): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page: Page<Entry> = await file.list(tables, dealId, {
      limit: 100,
      ...(cursor !== undefined && { cursor }),
    })
    for (const { id } of page.items) ids.push(id)
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return ids
}

async function ownerOf(dealId: string, store: Store): Promise<string | undefined> {
  const deal = await store.read.deals.get(dealId)
  return deal?.partners.find(({ role }) => role === 'owner')?.partnerId
}

function actorOf(user: UserRecord | undefined): Person {
  if (!user) return { name: 'System', side: 'system' }
  const side = user.role === 'vendor_manager' ? 'vendor' : 'partner'
  return { userId: user.id, name: user.name, side }
}

function refuse(row: Row, { log }: Importing): void {
  log.report.bad++
  for (const { column, text } of row.problems) log.problem(text, { line: row.line, column })
}
