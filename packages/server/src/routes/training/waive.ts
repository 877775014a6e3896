import { newUuid } from '../../ids.ts'
import { accountOf, activityIdOf, systemStatement } from '../../rules/training/cmi5/launch-data.ts'
import type { Tables } from '../../store/store.ts'
import type { CourseRecord, EnrolmentRecord, LaunchRecord } from '../../store/training-records.ts'
import { registered } from './launch-unit.ts'
import { storedStatement, tellSatisfied } from './progress.ts'

/**
 * Writes a statement that waives each unfinished part, with the reason; then one for each block, and for
 * the course, that counts as done by it (cmi5, 9.3.7 and 9.3.9). Answers the changed enrolment.
 */
export async function waived(
  { tables, now, base }: { tables: Tables; now: string; base: string },
  enrolment: EnrolmentRecord,
  course: CourseRecord,
  reason: string,
): Promise<EnrolmentRecord> {
  const { registration, packageId, units } = registered(enrolment, course, now)
  const actor = accountOf(base, enrolment.userId)
  // Each statement gets a session of its own, in which nothing is launched (cmi5, 9.6.3.1).
  const sessionOf = (unitId: string): LaunchRecord => ({
    ...{ id: '', enrolmentId: enrolment.id, unitId, sessionId: newUuid(), actor },
    ...{ registration: registration!, activityId: activityIdOf(base, course, unitId) },
    ...{ mode: 'Normal', onceHash: '', launchedAt: now, verbs: [] },
  })
  const open = units.filter(({ satisfied }) => !satisfied)
  const statements = open.flatMap(({ id }) => {
    const unit = course.units.find((one) => one.id === id)
    if (!unit) return []
    const launch = sessionOf(id)
    const said = systemStatement('waived', { id: newUuid(), launch, unit, now, reason })
    return [storedStatement(said, launch, now)]
  })
  if (statements.length > 0) await tables.statements.insert(statements)
  const after: EnrolmentRecord = {
    ...{ ...enrolment, registration: registration! },
    ...(packageId !== undefined && { packageId }),
    units: units.map((unit) =>
      unit.satisfied ? unit : { ...unit, satisfied: true, status: 'waived' },
    ),
  }
  const [first] = course.units
  if (!first) return after
  return { ...after, ...(await tellSatisfied({ tables, now }, course, after, sessionOf(first.id))) }
}
