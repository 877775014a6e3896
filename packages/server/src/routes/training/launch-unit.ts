import type { Routes } from '@prmkit/contract'
import { sha256 } from '../../auth/hash.ts'
import type { Call } from '../../http/call.ts'
import { newId, newUuid } from '../../ids.ts'
import { fieldProblem, ProblemError } from '../../problem.ts'
import { fault } from '../../rules/content/write.ts'
import { isSatisfied, rolledUp } from '../../rules/training/cmi5/apply.ts'
import {
  accountOf,
  activityIdOf,
  launchData,
  launchUrl,
  systemStatement,
} from '../../rules/training/cmi5/launch-data.ts'
import { isDone } from '../../rules/training/due.ts'
import { freshUnits } from '../../rules/training/enrolments.ts'
import type { Services } from '../../services.ts'
import type { CourseUnit } from '../../store/course-packages.ts'
import type { CourseRecord, EnrolmentRecord, LaunchRecord } from '../../store/training-records.ts'
import { courseFilesPath } from '../course-files/paths.ts'
import { agentKey, launchDataId, placeOf, sha1 } from '../xapi/documents.ts'
import { fetchPath, xapiPath } from '../xapi/paths.ts'
import { newSecret } from '../xapi/session.ts'
import { endSessions } from './end-sessions.ts'
import { storedStatement, tellSatisfied } from './progress.ts'

export type Launching = Call<Routes['enrolments']['launch']>

/** The time within which a course must fetch its token. */
export const addressLife = 5 * 60_000

/** A launch that was prepared: its part, and the address of the part’s file. */
export interface Prepared {
  launch: LaunchRecord
  unit: CourseUnit
  /** The enrolment, which has a registration by now. */
  enrolment: EnrolmentRecord
  /** The secret of the one-time address. */
  secret: string
  /** The address at which the part itself opens. */
  href: string
  /** The beginning of the addresses of the launch at the origin of course files. */
  files: string
}

/** Prepares the opening of a part of a course: a session that was open is abandoned. */
export async function prepareLaunch(
  call: Launching,
  enrolment: EnrolmentRecord,
  course: CourseRecord,
): Promise<Prepared> {
  const { now, services, request } = call
  const base = services.publicUrl ?? new URL(request.url).origin
  const begun = registered(enrolment, course, now)
  const unit = unitOf(call, begun, course)
  const [secret, filesSecret] = [newSecret(), newSecret()]
  const { packageId } = course
  const launch: LaunchRecord = {
    ...{ id: newId('launch'), enrolmentId: enrolment.id, unitId: unit.id, sessionId: newUuid() },
    ...{ registration: begun.registration!, actor: accountOf(base, enrolment.userId) },
    activityId: activityIdOf(base, course, unit.id),
    mode: isDone(enrolment) ? 'Review' : 'Normal',
    ...(unit.masteryScore !== undefined && { masteryScore: unit.masteryScore }),
    ...(call.body.returnUrl !== undefined && { returnUrl: call.body.returnUrl }),
    ...(packageId !== undefined && { packageId, filesHash: await sha256(filesSecret) }),
    ...{ onceHash: await sha256(secret), launchedAt: now, verbs: [] },
  }
  await endSessions(call, course, launch.registration)
  const files = `${launch.id}.${filesSecret}`
  const href = URL.canParse(unit.href) ? unit.href : packedAddress(services, files, unit.href)
  return { ...{ launch, unit, enrolment: begun, secret, href }, files }
}

/** The address of a file in a package, at the origin of course files. */
function packedAddress({ contentOrigin }: Services, files: string, href: string): string {
  if (contentOrigin !== undefined) return `${contentOrigin}${courseFilesPath}/${files}/${href}`
  throw new ProblemError(
    'unavailable',
    'Packages of courses open at an origin of their own, and this server was started without one. ' +
      'Start it with --content-origin.',
  )
}

/** Opens a part of a cmi5 course. */
export async function launchUnit(
  call: Launching,
  enrolment: EnrolmentRecord,
  course: CourseRecord,
): Promise<{ url: string; window: 'own' | 'any'; expiresAt: string; enrolment: EnrolmentRecord }> {
  const { tables, now, services, request } = call
  const prepared = await prepareLaunch(call, enrolment, course)
  const { launch, unit, secret, href, enrolment: begun } = prepared
  const base = services.publicUrl ?? new URL(request.url).origin
  const url = launchUrl(href, {
    endpoint: base + xapiPath,
    fetchUrl: `${base}${fetchPath}/${launch.id}.${secret}`,
    launch,
  })
  await tables.launches.put([launch])
  await putLaunchData(call, launch, unit)
  const id = newUuid()
  // Without the secret of its files: statements are kept for ever.
  const launchedUrl = new URL(unit.href, services.contentOrigin).href
  const launched = systemStatement('launched', { id, launch, unit, now, launchedUrl })
  await tables.statements.insert([storedStatement(launched, launch, now)])
  return {
    ...{ url, window: unit.launchMethod === 'OwnWindow' ? 'own' : 'any' },
    expiresAt: new Date(Date.parse(now) + addressLife).toISOString(),
    enrolment: { ...begun, ...(await tellSatisfied(call, course, begun, launch)) },
  }
}

/** The part that was asked for, else the first that is not done. */
function unitOf({ body }: Launching, { units }: EnrolmentRecord, course: CourseRecord): CourseUnit {
  const open = units.find(({ satisfied }) => !satisfied)
  const id = body.unitId ?? open?.id ?? course.units[0]?.id
  const unit = course.units.find((one) => one.id === id)
  if (unit) return unit
  throw fieldProblem([fault('/unitId', 'not-found', 'The course has no such part.')])
}

/**
 * An enrolment with its registration, and with the package that it keeps from now on; parts that ask
 * for nothing are done from the first (cmi5, 9.6.1). The progress that another system told stays.
 */
export function registered(
  enrolment: EnrolmentRecord,
  course: CourseRecord,
  now: string,
): EnrolmentRecord {
  if (enrolment.registration !== undefined) return enrolment
  const { packageId } = course
  const rules = new Map(course.units.map(({ id, moveOn }) => [id, moveOn]))
  const told = new Map(enrolment.units.map(({ id, progress }) => [id, progress]))
  // The course may have got another package since the enrolment was made.
  const units = freshUnits(course).map((unit) =>
    isSatisfied(unit, rules.get(unit.id) ?? 'NotApplicable')
      ? { ...unit, satisfied: true, status: 'completed' as const }
      : { ...unit, progress: told.get(unit.id) ?? 0 },
  )
  const keeping = { ...enrolment, ...(packageId !== undefined && { packageId }) }
  return { ...rolledUp(keeping, units, now), registration: newUuid() }
}

async function putLaunchData({ tables, now }: Launching, launch: LaunchRecord, unit: CourseUnit) {
  const body = JSON.stringify(launchData(launch, unit))
  const place = placeOf('activities/state', {
    ...{ activityId: launch.activityId, agent: agentKey(launch.actor) },
    registration: launch.registration,
  })
  await tables.documents.put({
    ...{ place, id: launchDataId, mediaType: 'application/json', body },
    ...{ hash: await sha1(body), updatedAt: now },
  })
}
