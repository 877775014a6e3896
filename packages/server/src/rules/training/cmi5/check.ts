import type { LaunchRecord, StoredUnit } from '../../../store/training-records.ts'
import { categories, courseVerbs, extensions, voided, type CourseVerb } from './names.ts'
import { activityIds, isSameAgent, type Statement } from './statement.ts'

/** For so long after `terminated`, statements that were on their way are still taken (cmi5, 9.3.8). */
export const graceAfterEnd = 30_000

/** The session and the part of the course that a statement is about. */
export interface Session {
  launch: LaunchRecord
  unit: StoredUnit
  now: string
}

/** The verb of a statement that cmi5 defines; statements that it merely allows have none. */
export function definedVerb(statement: Statement): CourseVerb | undefined {
  if (!activityIds(statement, 'category').includes(categories.cmi5)) return undefined
  const names = Object.keys(courseVerbs) as CourseVerb[]
  return names.find((name) => courseVerbs[name] === statement.verb.id)
}

/**
 * The reason why a statement is refused, with its clause; nothing where it is taken. A course must not
 * speak for anybody else, before its beginning or after its end, nor report a single event twice.
 */
export function refusalOf(statement: Statement, session: Session): string | undefined {
  const { launch, now } = session
  const isDefined = activityIds(statement, 'category').includes(categories.cmi5)
  const verb = definedVerb(statement)
  if (statement.verb.id === voided) return 'A course voids no statement (cmi5, 6.3).'
  if (!isSameAgent(statement.actor, launch.actor))
    return 'The actor is not the one that launched the course (cmi5, 9.2).'
  if (statement.context?.registration !== launch.registration)
    return 'The registration is not that of the launch (cmi5, 9.6.1).'
  if (statement.context.extensions?.[extensions.sessionId] !== launch.sessionId)
    return 'The session id is not that of the launch (cmi5, 9.6.3.1).'
  if (launch.endedBy === 'abandoned')
    return 'The session was abandoned, because the course was launched again (cmi5, 9.3.6).'
  const isOver = launch.endedAt !== undefined
  if (isOver && Date.parse(now) - Date.parse(launch.endedAt!) > graceAfterEnd)
    return 'The session has been terminated (cmi5, 9.3.8).'
  if (isDefined && !verb) return `No course uses the verb ${statement.verb.id} (cmi5, 9.3).`
  const order = orderRefusal(statement, verb, launch)
  if (order !== undefined || !verb) return order
  if (!('id' in statement.object) || statement.object.id !== launch.activityId)
    return 'The object is not the activity of the launch (cmi5, 9.4).'
  return repetition(verb, session) ?? resultRefusal(statement, verb, launch)
}

/** Order follows the timestamps (cmi5, 9.3). */
function orderRefusal(
  { timestamp = '' }: Statement,
  verb: CourseVerb | undefined,
  { initializedAt, terminatedAt }: LaunchRecord,
): string | undefined {
  const at = Date.parse(timestamp)
  if (verb !== 'initialized') {
    if (initializedAt === undefined)
      return '“initialized” must be the first statement of a session (cmi5, 9.3).'
    if (at < Date.parse(initializedAt))
      return 'The statement is older than “initialized” (cmi5, 9.3).'
  }
  if (terminatedAt !== undefined && at > Date.parse(terminatedAt))
    return 'The statement is newer than “terminated”, the last one of a session (cmi5, 9.3).'
  return undefined
}

function repetition(verb: CourseVerb, { launch, unit }: Session): string | undefined {
  const { verbs, mode } = launch
  if (verbs.includes(verb)) return `“${verb}” was said in this session already (cmi5, 9.3).`
  if (verb === 'initialized' || verb === 'terminated') return undefined
  if (mode !== 'Normal') return `In the mode ${mode} nothing is judged (cmi5, 10.2.2).`
  if (verb === 'completed')
    return unit.completed
      ? '“completed” was said in this registration already (cmi5, 9.3).'
      : undefined
  if (verbs.includes('passed') || verbs.includes('failed'))
    return 'One session says “passed” or “failed”, and only once (cmi5, 9.3).'
  return unit.success === 'passed'
    ? `“${verb}” comes after “passed” in this registration (cmi5, 9.3).`
    : undefined
}

function resultRefusal(
  statement: Statement,
  verb: CourseVerb,
  { masteryScore }: LaunchRecord,
): string | undefined {
  const { score, success, completion, duration } = statement.result ?? {}
  const judges = verb === 'passed' || verb === 'failed'
  if (success !== (judges ? verb === 'passed' : undefined))
    return `“${verb}” has a wrong “success” (cmi5, 9.5.2).`
  if (completion !== (verb === 'completed' ? true : undefined))
    return `“${verb}” has a wrong “completion” (cmi5, 9.5.3).`
  if (verb !== 'initialized' && duration === undefined)
    return `“${verb}” lacks its duration (cmi5, 9.5.4.1).`
  const isMarked = activityIds(statement, 'category').includes(categories.moveOn)
  if (isMarked !== (judges || verb === 'completed'))
    return `The category “moveon” is wrong for “${verb}” (cmi5, 9.6.2.2).`
  if (!score) return undefined
  if (!judges) return `“${verb}” has a score (cmi5, 9.5.1).`
  const { scaled, raw, min, max } = score
  if (scaled !== undefined && scaled < 0) return 'The scaled score is below 0 (cmi5, 9.5.1).'
  if (raw !== undefined && (min === undefined || max === undefined || raw < min || raw > max))
    return 'The raw score is not between “min” and “max” (cmi5, 9.5.1).'
  if (masteryScore === undefined || scaled === undefined) return undefined
  if (verb === 'passed' ? scaled >= masteryScore : scaled < masteryScore) return undefined
  const clause = verb === 'passed' ? '9.3.4' : '9.3.5'
  return `“${verb}” with ${scaled} contradicts the mastery score ${masteryScore} (cmi5, ${clause}).`
}
