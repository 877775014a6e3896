import { createHash } from 'node:crypto'
import type { Resource } from '../../resource.ts'
import { announce } from '../../routes/shared/journal.ts'
import type { Store, Tables } from '../../store/store.ts'
import type { FileLog } from '../problems.ts'

type Kept = { id: string; revision: number; createdAt: string; updatedAt: string }

/** A kind of record that the import keeps by keys of the vendor’s files. */
export interface Keeping<Stored extends Kept> {
  resource: Pick<Resource<Stored>, 'name'>
  table(tables: Tables): {
    lock(id: string): Promise<Stored | undefined>
    put(records: readonly Stored[]): Promise<void>
  }
  /** Follows a change in the same transaction, for instance with an event. */
  changed(tables: Tables, after: Stored, before: Stored | undefined): Promise<void>
}

/**
 * Keeps a record under its key: one that says the same as before is left alone, so that a second import
 * changes nothing.
 */
export async function keepRecord<Stored extends Kept>(
  { store, log, now }: { store: Store; log: FileLog; now: string },
  { resource, table, changed }: Keeping<Stored>,
  key: string,
  made: Stored,
): Promise<void> {
  const { createdAt: _c, updatedAt: _u, revision: _r, ...said } = made
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('base64url')
  const outcome = await store.write(async (tables) => {
    const known = (await tables.content.lock(resource.name, [key])).get(key)
    const before = known && (await table(tables).lock(known.id))
    if (before && known.hash === hash) return 'unchanged'
    const after = {
      ...made,
      ...{ createdAt: before?.createdAt ?? now, updatedAt: now },
      revision: (before?.revision ?? 0) + 1,
    }
    await table(tables).put([after])
    await tables.content.put(resource.name, [{ key, id: after.id, hash }])
    await changed(tables, after, before)
    return before ? 'changed' : 'added'
  })
  log.report[outcome]++
}

/** Tells of published content that has come or changed. */
export async function tellOfContent<Stored extends Kept & { status: string }>(
  resource: Resource<Stored, 'updated'>,
  tables: Tables,
  after: Stored,
  before: Stored | undefined,
  now: string,
): Promise<void> {
  if (after.status !== 'draft')
    await announce(resource, tables, after, resource.events.updated, now, before)
}
