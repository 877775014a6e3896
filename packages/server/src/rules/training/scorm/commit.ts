import type { CourseUnit } from '../../../store/course-packages.ts'
import type { StoredUnit } from '../../../store/training-records.ts'

/** The result that a SCORM course keeps at this server, whatever its version. */
export interface ScormCommit {
  isCompleted: boolean
  success: StoredUnit['success']
  /** The share of the points, from -1 to 1. */
  scaled?: number
  /** How much of it is done by its own word, from 0 to 1. */
  progress?: number
}

/** A part of a course after it has kept its result; what was passed or completed once stays so. */
export function unitAfterCommit(
  unit: StoredUnit,
  { isCompleted, success: said, scaled, progress = 0 }: ScormCommit,
  { moveOn }: Pick<CourseUnit, 'moveOn'>,
): StoredUnit {
  const completed = unit.completed === true || isCompleted
  const success = unit.success === 'passed' || said === 'unknown' ? unit.success : said
  const best = scaled === undefined ? unit.score : Math.max(unit.score ?? -1, scaled)
  // SCORM knows no rule of its own for this: a part that was failed is not done, though it was seen to the end.
  const isDone = success === 'passed' || (completed && success !== 'failed')
  const satisfied = unit.satisfied || moveOn === 'NotApplicable' || isDone
  return {
    ...{ ...unit, completed, success, satisfied },
    ...(best !== undefined && { score: best }),
    progress: completed ? 100 : Math.max(unit.progress, Math.floor(progress * 100)),
    status: satisfied ? 'completed' : success === 'failed' ? 'failed' : 'in_progress',
  }
}
