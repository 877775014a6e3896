import {
  certificationResource,
  classResource,
  courseResource,
  pathResource,
} from '../../routes/training/resource.ts'
import { announce } from '../../routes/shared/journal.ts'
import type { Resource } from '../../resource.ts'
import type { Tables } from '../../store/store.ts'
import type { TrainingContent } from '../../store/training-records.ts'
import type { Kept } from '../../store/types.ts'
import type { TrainingImport } from './training-import.ts'
import type { ListKeys } from './lists.ts'

/** The keys that the files have. */
export interface TrainingKeys extends ListKeys {
  courses: ReadonlySet<string>
  classes: ReadonlySet<string>
}

const all = { reader: { kind: 'all' as const }, statuses: ['draft', 'published'] as const }
const many = { limit: 5000 }
const gone = { code: 'removed' }

/** Retires what files no longer have, and calls off the classes that they no longer name. */
export async function retireTraining(importing: TrainingImport, keys: TrainingKeys): Promise<void> {
  const { store } = importing
  await retire(importing, courseResource, keys.courses, (tables) => tables.courses)
  await retire(importing, pathResource, keys.paths, (tables) => tables.paths)
  await retire(
    importing,
    certificationResource,
    keys.certifications,
    (tables) => tables.certifications,
  )
  const courses = await store.read.courses.list(
    { ...all, statuses: [...all.statuses, 'retired'] },
    many,
  )
  const courseIds = courses.items.map(({ id }) => id)
  const { items } = await store.read.classes.list({ courseIds, after: importing.now }, many)
  for (const one of items) {
    const isKnown = one.source === undefined || keys.classes.has(one.externalIds['key'] ?? '')
    if (isKnown || one.status !== 'scheduled') continue
    await store.write(async (tables) => {
      const before = await classResource.lock(tables, one.id, new Map())
      if (!before) return
      const { course, ...record } = before
      const after = { ...record, status: 'cancelled' as const, ...changed(before, importing.now) }
      await tables.classes.put([after])
      const { updated } = classResource.events
      await announce(classResource, tables, { ...after, course }, updated, importing.now)
    })
    importing.log.report.changed++
  }
}

async function retire<Stored extends TrainingContent>(
  { store, now, log }: TrainingImport,
  resource: Resource<Stored, 'updated'>,
  keys: ReadonlySet<string> | undefined,
  tableOf: (tables: Tables) => Pick<Kept<Stored, typeof all>, 'list' | 'put'>,
): Promise<void> {
  if (!keys) return
  const { items } = await tableOf(store.read).list(all, many)
  for (const { id, source, externalIds } of items) {
    if (source === undefined || keys.has(externalIds['key'] ?? '')) continue
    await store.write(async (tables) => {
      const before = await resource.lock(tables, id, new Map())
      if (!before) return
      const after: Stored = {
        ...{ ...before, status: 'retired', statusReason: gone, ...changed(before, now) },
      }
      await tableOf(tables).put([after])
      if (resource.name === courseResource.name)
        await tables.texts.remove(courseResource.name, [id])
      await announce(resource, tables, after, resource.events.updated, now, before)
    })
    log.report.changed++
  }
}

const changed = ({ revision }: { revision: number }, now: string) => ({
  ...{ revision: revision + 1, updatedAt: now },
})
