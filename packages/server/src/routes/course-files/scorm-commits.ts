import * as z from 'zod/mini'
import { readText } from '../../http/input.ts'
import { unitAfterCommit, type ScormCommit } from '../../rules/training/scorm/commit.ts'
import type { KeptState } from '../../rules/training/scorm/state.ts'
import type { Services } from '../../services.ts'
import type { Tables } from '../../store/store.ts'
import type { LaunchRecord } from '../../store/training-records.ts'
import { follow } from '../training/progress.ts'
import { courseAsBegun } from '../training/versions.ts'
import { sha1 } from '../xapi/documents.ts'

/** The most characters that a course keeps to resume from (SCORM 2004 RTE, 4.2.23). */
const longestSuspendData = 64_000
const share = z.number().check(z.gte(-1), z.lte(1))
const status = z.string()

/** A commit as the run time in the player sends it. */
const Commit = z.object({
  completionStatus: status,
  successStatus: status,
  score: z.optional(
    z.object({
      scaled: z.optional(share),
      raw: z.optional(z.number()),
      max: z.optional(z.number()),
    }),
  ),
  runtimeData: z.object({
    cmi: z.looseObject({
      suspend_data: z.optional(z.string().check(z.maxLength(longestSuspendData))),
      progress_measure: z.optional(z.union([z.string(), z.number()])),
    }),
  }),
})
type Commit = z.infer<typeof Commit>

/** The place at which a part of a course keeps its data in a registration. */
const placeOf = ({ registration, unitId }: LaunchRecord) =>
  JSON.stringify(['scorm', registration, unitId])
const stateName = 'cmi'

/** The data that a course has kept until now. */
export async function keptState(
  { documents }: Tables,
  launch: LaunchRecord,
): Promise<KeptState | undefined> {
  const found = await documents.get(placeOf(launch), stateName)
  return found && (JSON.parse(found.body) as KeptState)
}

/**
 * Keeps the data that a course sends, as JSON under any media type: a page that is being closed sends
 * plain text. After the end of its session, or once it was opened again, nothing is kept.
 */
export async function takeCommit(
  services: Services,
  opened: LaunchRecord,
  request: Request,
): Promise<Response> {
  const isFinal = new URL(request.url).searchParams.get('final') === 'true'
  let commit: Commit
  try {
    const read = Commit.safeParse(JSON.parse(await readText(request, services.limits.bodySize)))
    if (!read.success) {
      const [issue] = read.error.issues
      return refused(
        services,
        opened,
        400,
        `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
      )
    }
    commit = read.data
  } catch (error) {
    return refused(services, opened, 400, (error as Error).message)
  }
  const now = services.now()
  const reason = await services.store.write(async (tables) => {
    // The lock makes all reports of one enrolment take turns.
    const begun = await tables.launches.begun(opened.id)
    if (!begun || begun.launch.endedAt !== undefined)
      return 'The session is over: it was finished, or the course was opened again.'
    const { launch, enrolment, course: latest } = begun
    const course = await courseAsBegun(tables, latest, enrolment)
    const facts = course.units.find((unit) => unit.id === launch.unitId)
    const stream = follow({ tables, now, requestId: 'scorm' }, course, enrolment)
    const unit = stream.unit(launch.unitId)
    if (!facts || !unit) return 'The part of the course is there no more.'
    const after: LaunchRecord = {
      ...launch,
      ...(isFinal && { terminatedAt: now, endedAt: now, endedBy: 'terminated' as const }),
    }
    if (isFinal) await tables.launches.put([after])
    // A review changes nothing of what was reached.
    if (launch.mode === 'Review') return undefined
    await keep(tables, launch, { cmi: commit.runtimeData.cmi, isFinal }, now)
    stream.put(unitAfterCommit(unit, resultOf(commit), facts))
    await stream.end(after)
    return undefined
  })
  if (reason !== undefined) return refused(services, opened, 409, reason)
  return Response.json({ result: true, errorCode: 0 })
}

async function keep(tables: Tables, launch: LaunchRecord, state: KeptState, now: string) {
  const body = JSON.stringify(state)
  await tables.documents.put({
    ...{ place: placeOf(launch), id: stateName, mediaType: 'application/json', body },
    ...{ hash: await sha1(body), updatedAt: now },
  })
}

function resultOf({ completionStatus, successStatus, score, runtimeData }: Commit): ScormCommit {
  const { scaled, raw, max } = score ?? {}
  // Points of SCORM 1.2 are from 0 to 100, unless the course names another most (RTE, 3.4.2.2.2).
  const part = scaled ?? (raw === undefined ? undefined : raw / (max || 100))
  const measure = Number(runtimeData.cmi.progress_measure ?? NaN)
  return {
    isCompleted: completionStatus === 'completed',
    success: successStatus === 'passed' || successStatus === 'failed' ? successStatus : 'unknown',
    ...(part !== undefined && part >= -1 && part <= 1 && { scaled: part }),
    ...(measure >= 0 && measure <= 1 && { progress: measure }),
  }
}

/**
 * An answer as the run time reads it, with the error of a commit that failed: SCORM 1.2 has none of its
 * own for it (SCORM 1.2 RTE, 3.3; SCORM 2004 RTE, 3.1.7).
 */
async function refused(
  { store }: Services,
  { packageId = '' }: LaunchRecord,
  status: number,
  message: string,
): Promise<Response> {
  const found = await store.read.packages.get(packageId)
  const errorCode = found?.kind === 'scorm12' ? 101 : 391
  return Response.json({ result: false, errorCode, message }, { status })
}
