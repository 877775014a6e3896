import type { Clock, Resource } from '../../resource.ts'
import type { Store, Tables } from '../../store/store.ts'
import type { Page, Paging } from '../../store/types.ts'
import { note, type Journalled } from './journal.ts'

/** The longest time before a record is due at which somebody is reminded of it. */
const ahead = 30 * 86_400_000
const batch = 200

interface Reminded extends Journalled {
  reminded?: string
  updatedAt: string
}

/** Tells people of what is due in one table; answers how many times. */
export type Remind = NonNullable<Resource['remind']>

/** A table whose records somebody is reminded of. */
export interface Reminding<Stored extends Reminded> {
  resource: Resource<Stored>
  list(tables: Tables, until: string, paging: Paging): Promise<Page<Stored>>
  /** The event to tell of now, and a mark of it that no other reminder of the record has. */
  reminder(record: Stored, now: string): { type: string; mark: string } | undefined
  put(tables: Tables, record: Stored): Promise<void>
}

/** Tells of everything in a table that is due, each step once; answers how many. */
export async function remind<Stored extends Reminded>(
  store: Store,
  { now, requestId }: Omit<Clock, 'tables'>,
  { resource, list, reminder, put }: Reminding<Stored>,
): Promise<number> {
  const until = new Date(Date.parse(now) + ahead).toISOString()
  let count = 0
  let cursor: string | undefined
  do {
    const page = await list(store.read, until, { limit: batch, ...(cursor && { cursor }) })
    const due = page.items.filter((record) => isNew(record, reminder(record, now)))
    for (const { id } of due)
      count += await store.write(async (tables) => {
        const before = await resource.lock(tables, id, new Map())
        const found = before && reminder(before, now)
        // Another process may have told of it meanwhile.
        if (!before || !found || !isNew(before, found)) return 0
        const after = { ...before, reminded: found.mark }
        await put(tables, after)
        await note(resource, { tables, now, requestId }, { type: found.type, before, after })
        return 1
      })
    cursor = page.nextCursor
  } while (cursor)
  return count
}

function isNew({ reminded }: Reminded, found: { mark: string } | undefined): boolean {
  return found !== undefined && found.mark !== reminded
}
