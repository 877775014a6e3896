import type { CourseUnit, PackageKind } from '../../../store/course-packages.ts'
import type { LaunchRecord } from '../../../store/training-records.ts'

type Values = Readonly<Record<string, unknown>>

/** The data of a SCORM course as it was kept last. */
export interface KeptState {
  /** The course’s data model, as its run time gave it. */
  cmi: Values
  /** The state was kept by the end of a session; without it, the page was closed in the middle. */
  isFinal: boolean
}

/** The facts that a course finds when it begins. */
export interface Beginning {
  kind: PackageKind
  unit: CourseUnit
  launch: Pick<LaunchRecord, 'mode'>
  learner: { id: string; name: string }
  kept: KeptState | undefined
}

const goesOn = ['suspend', 'logout']
/** The values that a course gets back; what is told to it, or was of one session alone, is not among them. */
const core = ['lesson_location', 'lesson_status', 'score', 'total_time']
const outside = ['suspend_data', 'comments', 'objectives', 'student_preference']
const of2004 = [
  ...['location', 'completion_status', 'success_status', 'score', 'progress_measure'],
  ...['suspend_data', 'total_time', 'objectives', 'interactions', 'comments_from_learner'],
  'learner_preference',
]

/** The data model with which a course begins: that of SCORM 1.2 (RTE, 3.4) or of SCORM 2004 (RTE, 4.2). */
export function beginningState(beginning: Beginning): Values {
  return beginning.kind === 'scorm12' ? stateOf12(beginning) : stateOf2004(beginning)
}

function stateOf12({ unit, launch, learner, kept }: Beginning): Values {
  const before = objectOf(kept?.cmi['core'])
  const isResumed = kept && (!kept.isFinal || goesOn.includes(String(before['exit'])))
  const { masteryScore, launchParameters } = unit
  return {
    core: {
      ...picked(before, core),
      ...{ student_id: learner.id, student_name: learner.name, ...modeOf(launch, 'lesson_mode') },
      // Results stay where a session has ended for good, as vendors’ courses expect of SCORM 1.2.
      entry: kept ? (isResumed ? 'resume' : '') : 'ab-initio',
    },
    ...picked(kept?.cmi ?? {}, outside),
    ...(launchParameters !== undefined && { launch_data: launchParameters }),
    ...(masteryScore !== undefined && {
      student_data: { mastery_score: String(Math.round(masteryScore * 100)) },
    }),
  }
}

function stateOf2004({ unit, launch, learner, kept }: Beginning): Values {
  const { masteryScore, launchParameters } = unit
  const isResumed = kept && (!kept.isFinal || goesOn.includes(String(kept.cmi['exit'])))
  // A session that ended for good is followed by a new attempt (RTE, 4.2.8); a review shows the last one.
  const before = isResumed || launch.mode === 'Review' ? kept?.cmi : undefined
  return {
    ...picked(before ?? {}, of2004),
    ...{ learner_id: learner.id, learner_name: learner.name, ...modeOf(launch, 'mode') },
    entry: isResumed ? 'resume' : before ? '' : 'ab-initio',
    ...(launchParameters !== undefined && { launch_data: launchParameters }),
    ...(masteryScore !== undefined && { scaled_passing_score: String(masteryScore) }),
  }
}

function modeOf({ mode }: Beginning['launch'], name: string): Values {
  const isReview = mode === 'Review'
  return { credit: isReview ? 'no-credit' : 'credit', [name]: isReview ? 'review' : 'normal' }
}

function picked(from: Values, names: readonly string[]): Values {
  return Object.fromEntries(
    names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])),
  )
}

function objectOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {}
}
