import type { CourseUnit } from '../../../store/course-packages.ts'
import type {
  CourseRecord,
  EnrolmentRecord,
  LaunchRecord,
  StoredUnit,
} from '../../../store/training-records.ts'
import { definedVerb } from './check.ts'
import { extensions } from './names.ts'
import type { Statement } from './statement.ts'

/** A session after a statement that it took. */
export function afterStatement(
  launch: LaunchRecord,
  statement: Statement,
  now: string,
): LaunchRecord {
  const verb = definedVerb(statement)
  const { timestamp = now } = statement
  if (!verb) return launch
  return {
    ...{ ...launch, verbs: [...launch.verbs, verb] },
    ...(verb === 'initialized' && { initializedAt: timestamp }),
    ...(verb === 'terminated' && { terminatedAt: timestamp, endedAt: now, endedBy: 'terminated' }),
  }
}

/** A part of a course after a statement about it. */
export function unitAfter(
  unit: StoredUnit,
  statement: Statement,
  { activityId, mode }: LaunchRecord,
  { moveOn }: Pick<CourseUnit, 'moveOn'>,
): StoredUnit {
  const verb = definedVerb(statement)
  const isHere = 'id' in statement.object && statement.object.id === activityId
  if (!isHere || mode !== 'Normal') return unit
  const told = progressOf(statement)
  const progress = verb === 'completed' ? 100 : Math.max(unit.progress, told ?? 0)
  const isCompleted = unit.completed === true || verb === 'completed'
  const scaled = statement.result?.score?.scaled
  const best = scaled === undefined ? unit.score : Math.max(unit.score ?? -1, scaled)
  const success = verb === 'passed' || verb === 'failed' ? verb : unit.success
  const after: StoredUnit = {
    ...{ ...unit, progress, success, completed: isCompleted },
    ...(best !== undefined && { score: best }),
  }
  const satisfied = unit.satisfied || isSatisfied(after, moveOn)
  const status =
    isCompleted || satisfied ? 'completed' : success === 'failed' ? 'failed' : 'in_progress'
  return { ...after, satisfied, status }
}

/** How much is done by the course’s own word, in percent (cmi5, 9.5.5.1); a value out of bounds says nothing. */
function progressOf({ result }: Statement): number | undefined {
  const told = result?.extensions?.[extensions.progress]
  return Number.isInteger(told) && (told as number) >= 0 && (told as number) <= 100
    ? (told as number)
    : undefined
}

/** The rule by which a part counts as done (cmi5, 13.1.4). */
export function isSatisfied(
  { completed, success }: Pick<StoredUnit, 'completed' | 'success'>,
  moveOn: CourseUnit['moveOn'],
): boolean {
  const [isCompleted, isPassed] = [completed === true, success === 'passed']
  switch (moveOn) {
    case 'Passed':
      return isPassed
    case 'Completed':
      return isCompleted
    case 'CompletedAndPassed':
      return isCompleted && isPassed
    case 'CompletedOrPassed':
      return isCompleted || isPassed
    default:
      return true
  }
}

/** An enrolment whose parts have changed: progress, success and whether the course is done. */
export function rolledUp(
  enrolment: EnrolmentRecord,
  units: StoredUnit[],
  at: string,
): EnrolmentRecord {
  const done = units.map((unit) => (unit.satisfied ? 100 : unit.progress))
  const sum = done.reduce((total, one) => total + one, 0)
  const progress = Math.floor(sum / (units.length || 1))
  const satisfied = units.every((unit) => unit.satisfied)
  const judged = units.filter(({ success }) => success !== 'unknown')
  const isFailed = judged.some(({ success }) => success === 'failed')
  // A part that was passed does not pass the others: each has a rule of its own by which it is done.
  const isPassed = judged.length > 0 && units.every((one) => one.satisfied || judged.includes(one))
  const success = isFailed ? 'failed' : isPassed ? 'passed' : 'unknown'
  const scores = units.flatMap(({ score }) => score ?? [])
  const scaled = scores.reduce((total, one) => total + one, 0) / (scores.length || 1)
  const base = { ...enrolment, units, success, ...(scores.length > 0 && { score: { scaled } }) }
  if (enrolment.status === 'completed' || enrolment.status === 'waived')
    return { ...base, satisfied: true } as EnrolmentRecord
  if (satisfied)
    return {
      ...base,
      status: 'completed',
      progress: 100,
      satisfied,
      completedAt: at,
    } as EnrolmentRecord
  const status = isFailed ? 'failed' : 'in_progress'
  return { ...base, status, progress: Math.min(99, progress), satisfied } as EnrolmentRecord
}

/** The blocks of a course all of whose parts count as done, and that were not told of before. */
export function newlySatisfied(
  { blocks = [] }: CourseRecord,
  { units, satisfiedBlocks = [] }: EnrolmentRecord,
): string[] {
  const done = new Set(units.filter(({ satisfied }) => satisfied).map(({ id }) => id))
  return blocks
    .filter(
      ({ id, unitIds }) => !satisfiedBlocks.includes(id) && unitIds.every((one) => done.has(one)),
    )
    .map(({ id }) => id)
}
