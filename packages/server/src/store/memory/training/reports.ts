import type { Launches, Statements, TrainingTables, XapiDocuments } from '../../training.ts'
import type { LaunchRecord, StatementRecord, XapiDocument } from '../../training-records.ts'
import { isEqual } from '../../../rules/shared/is-equal.ts'
import { Table, type Undo } from '../table.ts'

export function launchTable(
  undo: Undo,
  { enrolments, courses }: Pick<TrainingTables, 'enrolments' | 'courses'>,
): Launches {
  const table = new Table<LaunchRecord>(undo)
  async function look(id: string) {
    const launch = table.get(id)
    const enrolment = launch && (await enrolments.get(launch.enrolmentId))
    const course = enrolment && (await courses.get(enrolment.courseId))
    return course && { launch, enrolment, course }
  }
  return {
    put: (records) => table.putAll(records),
    get: async (id) => table.get(id),
    lock: async (id) => table.get(id),
    look,
    begun: look,
    async open(registration) {
      return [...table.rows.values()].filter(
        (launch) => launch.registration === registration && launch.endedAt === undefined,
      )
    },
  }
}

export function statementTable(
  undo: Undo,
  { launches, enrolments }: Pick<TrainingTables, 'launches' | 'enrolments'>,
): Statements {
  const table = new Table<StatementRecord>(undo)
  return {
    async insert(records) {
      const fresh = records.filter(({ id }) => table.get(id) === undefined)
      await table.putAll(fresh)
      return fresh.map(({ id }) => id)
    },
    async insertWhile({ launch, enrolment: { id, revision } }, record) {
      const now = await enrolments.get(id)
      const isAsRead = isEqual(await launches.get(launch.id), launch) && now?.revision === revision
      if (!isAsRead || table.get(record.id)) return false
      await table.putAll([record])
      return true
    },
    many: async (ids) => table.many(ids),
    async ofRegistration(registration, limit) {
      return [...table.rows.values()]
        .filter((one) => one.registration === registration)
        .slice(0, limit)
    },
  }
}

export function documentTable(undo: Undo): XapiDocuments {
  const table = new Table<XapiDocument>(undo)
  const keyOf = (place: string, id: string) => `${place} ${id}`
  return {
    get: async (place, id) => table.get(keyOf(place, id)),
    async put(document) {
      table.put(keyOf(document.place, document.id), document)
    },
    async remove(place, id) {
      table.delete(keyOf(place, id))
    },
    async removeAt(texts) {
      for (const [key, { place }] of [...table.rows])
        if (texts.some((text) => place.includes(text))) table.delete(key)
    },
    async list(place) {
      return [...table.rows.values()]
        .filter((one) => one.place === place)
        .map(({ id, updatedAt }) => ({ id, updatedAt }))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    },
  }
}
