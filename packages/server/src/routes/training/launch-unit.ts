import type { Routes } from '@prmkit/contract'
import { sha256 } from '../../auth/hash.ts'
import type { Call } from '../../http/call.ts'
import { newId, newUuid } from '../../ids.ts'
import { fieldProblem } from '../../problem.ts'
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
import type {
  CourseRecord,
  CourseUnit,
  EnrolmentRecord,
  LaunchRecord,
} from '../../store/training-records.ts'
import { agentKey, launchDataId, placeOf, sha1 } from '../xapi/documents.ts'
import { fetchPath, xapiPath } from '../xapi/paths.ts'
import { newSecret } from '../xapi/session.ts'
import { storedStatement, tellSatisfied } from './progress.ts'

type Launching = Call<Routes['enrolments']['launch']>

/** The time within which a course must fetch its token. */
const addressLife = 5 * 60_000

/** Opens a part of a cmi5 course: a session that was open is abandoned, and the new one is prepared. */
export async function launchUnit(
  call: Launching,
  enrolment: EnrolmentRecord,
  course: CourseRecord,
): Promise<{ url: string; window: 'own' | 'any'; expiresAt: string; enrolment: EnrolmentRecord }> {
  const { tables, now, services, request } = call
  const unit = unitOf(call, enrolment, course)
  const base = services.publicUrl ?? new URL(request.url).origin
  const registered = await registration(enrolment, course, now)
  const secret = newSecret()
  const launch: LaunchRecord = {
    ...{ id: newId('launch'), enrolmentId: enrolment.id, unitId: unit.id, sessionId: newUuid() },
    ...{ registration: registered.registration!, actor: accountOf(base, enrolment.userId) },
    activityId: activityIdOf(base, course, unit.id),
    mode: isDone(enrolment) ? 'Review' : 'Normal',
    ...(unit.masteryScore !== undefined && { masteryScore: unit.masteryScore }),
    ...(call.body.returnUrl !== undefined && { returnUrl: call.body.returnUrl }),
    ...{ onceHash: await sha256(secret), launchedAt: now, verbs: [] },
  }
  await abandon(call, course, launch.registration)
  const url = launchUrl(unit.href, {
    endpoint: base + xapiPath,
    fetchUrl: `${base}${fetchPath}/${launch.id}.${secret}`,
    launch,
  })
  await tables.launches.put([launch])
  await putLaunchData(call, launch, unit)
  const id = newUuid()
  const launched = systemStatement('launched', { id, launch, unit, now, launchedUrl: unit.href })
  await tables.statements.insert([storedStatement(launched, launch, now)])
  return {
    ...{ url, window: unit.launchMethod === 'OwnWindow' ? 'own' : 'any' },
    expiresAt: new Date(Date.parse(now) + addressLife).toISOString(),
    enrolment: { ...registered, ...(await tellSatisfied(call, course, registered, launch)) },
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

/** An enrolment with its registration; parts that ask for nothing are done from the first (cmi5, 9.6.1). */
function registration(
  enrolment: EnrolmentRecord,
  course: CourseRecord,
  now: string,
): EnrolmentRecord {
  if (enrolment.registration !== undefined) return enrolment
  const rules = new Map(course.units.map(({ id, moveOn }) => [id, moveOn]))
  const units = enrolment.units.map((unit) =>
    isSatisfied(unit, rules.get(unit.id) ?? 'NotApplicable')
      ? { ...unit, satisfied: true, status: 'completed' as const }
      : unit,
  )
  return { ...rolledUp(enrolment, units, now), registration: newUuid() }
}

/** Ends what is still open in a registration, so that nothing more is taken from it (cmi5, 9.3.6). */
async function abandon({ tables, now }: Launching, course: CourseRecord, ofRegistration: string) {
  for (const { id } of await tables.launches.open(ofRegistration)) {
    const before = await tables.launches.lock(id)
    if (!before || before.endedAt !== undefined) continue
    const launch: LaunchRecord = { ...before, endedAt: now, endedBy: 'abandoned' }
    await tables.launches.put([launch])
    const unit = course.units.find((one) => one.id === launch.unitId)
    if (!unit) continue
    const from = Date.parse(launch.initializedAt ?? launch.launchedAt)
    const seconds = Math.max(0, (Date.parse(now) - from) / 1000)
    const statement = systemStatement('abandoned', { id: newUuid(), launch, unit, now, seconds })
    await tables.statements.insert([storedStatement(statement, launch, now)])
  }
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
