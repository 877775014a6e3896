import { newUuid } from '../../ids.ts'
import { newlySatisfied, rolledUp, unitAfter } from '../../rules/training/cmi5/apply.ts'
import { systemStatement } from '../../rules/training/cmi5/launch-data.ts'
import type { Statement } from '../../rules/training/cmi5/statement.ts'
import { isDone } from '../../rules/training/due.ts'
import type {
  CourseRecord,
  EnrolmentRecord,
  LaunchRecord,
  StatementRecord,
  StoredUnit,
} from '../../store/training-records.ts'
import type { Tables } from '../../store/store.ts'
import { note, type Doer } from '../shared/journal.ts'
import { issueFor } from './issue.ts'
import { enrolmentResource } from './resource.ts'

type Reporter = Pick<Doer, 'tables' | 'now' | 'requestId'>

/** A statement of the learning system as the store keeps it. */
export function storedStatement(
  statement: Statement,
  { registration }: LaunchRecord,
  now: string,
): StatementRecord {
  const { id = newUuid(), timestamp = now } = statement
  return { id, registration, storedAt: now, timestamp, statement: JSON.stringify(statement) }
}

/** Applies the reports of a course to one enrolment; `end` keeps the result and answers the enrolment. */
export function follow(reporter: Reporter, course: CourseRecord, before: EnrolmentRecord) {
  const units = new Map<string, StoredUnit>(before.units.map((unit) => [unit.id, unit]))
  const { now } = reporter
  const differs = (after: EnrolmentRecord) => JSON.stringify(after) !== JSON.stringify(before)

  return {
    unit: (id: string) => units.get(id),
    take(statement: Statement, launch: LaunchRecord): void {
      const [unit, facts] = [
        units.get(launch.unitId),
        course.units.find(({ id }) => id === launch.unitId),
      ]
      if (unit && facts) units.set(unit.id, unitAfter(unit, statement, launch, facts))
    },
    /** Tells whether something has changed of the enrolment. */
    hasMoved: (): boolean => differs(rolledUp(before, [...units.values()], now)),
    put: (unit: StoredUnit): void => void units.set(unit.id, unit),
    async end(launch: LaunchRecord): Promise<EnrolmentRecord> {
      const rolled = rolledUp(before, [...units.values()], now)
      if (!differs(rolled)) return before
      const after = {
        ...{ ...rolled, updatedAt: now, revision: before.revision + 1 },
        ...(course.kind === 'cmi5' && (await tellSatisfied(reporter, course, rolled, launch))),
      }
      await reporter.tables.enrolments.put([after])
      const { completed, failed, progressed } = enrolmentResource.events
      const isNew = after.status !== before.status
      const type =
        isNew && after.status === 'completed'
          ? completed
          : isNew && after.status === 'failed'
            ? failed
            : progressed
      await note(enrolmentResource, reporter, { type, before, after })
      if (isDone(after) && !isDone(before)) await issueFor(reporter, after)
      return after
    },
  }
}

/** Says which blocks, and whether the course, count as done now, each once in a registration (cmi5, 9.3.9). */
export async function tellSatisfied(
  { tables, now }: { tables: Tables; now: string },
  course: CourseRecord,
  enrolment: EnrolmentRecord,
  launch: LaunchRecord,
): Promise<{ satisfiedBlocks?: string[] }> {
  const told = enrolment.satisfiedBlocks ?? []
  const unit = course.units.find(({ id }) => id === launch.unitId)
  const blocks = newlySatisfied(course, enrolment)
  const isWhole = enrolment.satisfied && !told.includes(course.id)
  if (!unit || (blocks.length === 0 && !isWhole)) return {}
  const objects = [
    ...blocks.map((id) => ({ id, type: 'block' as const })),
    ...(isWhole ? [{ id: course.id, type: 'course' as const }] : []),
  ]
  const base = launch.activityId.slice(0, launch.activityId.lastIndexOf('/'))
  await tables.statements.insert(
    objects.map(({ id, type }) => {
      const object = { id: type === 'course' ? base : `${base}/${encodeURIComponent(id)}`, type }
      const statement = systemStatement('satisfied', { id: newUuid(), launch, unit, object, now })
      return storedStatement(statement, launch, now)
    }),
  )
  return { satisfiedBlocks: [...told, ...objects.map(({ id }) => id)] }
}
