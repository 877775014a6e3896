import type { CourseUnit } from '../../../store/course-packages.ts'
import type { CourseRecord, LaunchRecord } from '../../../store/training-records.ts'
import { categories, extensions, systemVerbs, type SystemVerb } from './names.ts'
import type { Agent, Statement } from './statement.ts'

/** The context that every statement of a session has (cmi5, 10.2.1). */
export function contextTemplate({ sessionId }: LaunchRecord, { publisherId }: CourseUnit) {
  return {
    contextActivities: { grouping: [{ objectType: 'Activity' as const, id: publisherId }] },
    extensions: { [extensions.sessionId]: sessionId },
  }
}

/** The document `LMS.LaunchData` (cmi5, 10.2). */
export function launchData(launch: LaunchRecord, unit: CourseUnit): object {
  const { masteryScore, moveOn, launchParameters, entitlementKey, launchMethod } = unit
  return {
    contextTemplate: contextTemplate(launch, unit),
    ...{ launchMode: launch.mode, moveOn, launchMethod },
    ...(launchParameters !== undefined && { launchParameters }),
    ...(masteryScore !== undefined && { masteryScore }),
    ...(launch.returnUrl !== undefined && { returnURL: launch.returnUrl }),
    ...(entitlementKey !== undefined && {
      entitlementKey: { courseStructure: entitlementKey },
    }),
  }
}

/** The address at which a course opens (cmi5, 8.1). */
export function launchUrl(
  href: string,
  { endpoint, fetchUrl, launch }: { endpoint: string; fetchUrl: string; launch: LaunchRecord },
): string {
  const url = new URL(href)
  const { actor, registration, activityId } = launch
  const values = {
    endpoint,
    fetch: fetchUrl,
    actor: JSON.stringify(actor),
    registration,
    activityId,
  }
  // Added to what the course’s own address asks for, as it was written.
  const query = Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  url.search = url.search === '' ? query : `${url.search}&${query}`
  return url.href
}

/** The learner as statements name them: an account that says nothing of the person (cmi5, 8.1.3). */
export function accountOf(homePage: string, userId: string): Agent {
  return { objectType: 'Agent', account: { homePage, name: userId } }
}

/** A statement that the learning system makes itself (cmi5, 9.3). */
export function systemStatement(
  verb: SystemVerb,
  {
    id,
    launch,
    unit,
    object,
    now,
    launchedUrl,
    seconds,
    reason,
  }: {
    id: string
    launch: LaunchRecord
    unit: CourseUnit
    /** The block or course that is satisfied; the part itself without it. */
    object?: { id: string; type: 'block' | 'course' }
    now: string
    launchedUrl?: string
    /** How long an abandoned session lasted (cmi5, 9.5.4.2). */
    seconds?: number
    /** Why a part is waived (cmi5, 9.5.5.2). */
    reason?: string
  },
): Statement {
  const template = contextTemplate(launch, unit)
  const { masteryScore, moveOn, launchParameters } = unit
  return {
    ...{ id, actor: launch.actor, timestamp: now },
    verb: { id: systemVerbs[verb], display: { en: verb } },
    object: object
      ? {
          ...{ objectType: 'Activity' as const, id: object.id },
          definition: { type: `https://w3id.org/xapi/cmi5/activitytype/${object.type}` },
        }
      : { objectType: 'Activity' as const, id: launch.activityId },
    ...(seconds !== undefined && { result: { duration: `PT${seconds.toFixed(2)}S` } }),
    ...(reason !== undefined && {
      result: { success: true, completion: true, extensions: { [extensions.reason]: reason } },
    }),
    context: {
      registration: launch.registration,
      contextActivities: {
        ...template.contextActivities,
        // Statements that judge are marked so (cmi5, 9.6.2.2).
        category: [categories.cmi5, ...(verb === 'waived' ? [categories.moveOn] : [])].map(
          (mark) => ({ objectType: 'Activity' as const, id: mark }),
        ),
      },
      extensions: {
        ...template.extensions,
        ...(verb === 'launched' && {
          ...{ [extensions.launchMode]: launch.mode, [extensions.moveOn]: moveOn },
          [extensions.launchUrl]: launchedUrl,
          ...(masteryScore !== undefined && { [extensions.masteryScore]: masteryScore }),
          ...(launchParameters !== undefined && {
            [extensions.launchParameters]: launchParameters,
          }),
        }),
      },
    },
  }
}

/** The activities of a course as statements name them, which are not those of its publisher (cmi5, 8.1.5). */
export const activityIdOf = (base: string, { id }: Pick<CourseRecord, 'id'>, part?: string) =>
  part === undefined
    ? `${base}/xapi/courses/${id}`
    : `${base}/xapi/courses/${id}/${encodeURIComponent(part)}`
