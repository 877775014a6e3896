import * as z from 'zod/mini'
import { readText } from '../../http/input.ts'
import { newUuid } from '../../ids.ts'
import { refusalOf } from '../../rules/training/cmi5/check.ts'
import { afterStatement } from '../../rules/training/cmi5/apply.ts'
import type { Statement } from '../../rules/training/cmi5/statement.ts'
import type { Services } from '../../services.ts'
import type { Tables } from '../../store/store.ts'
import type { Begun } from '../../store/training.ts'
import type { LaunchRecord, StatementRecord } from '../../store/training-records.ts'
import { follow } from '../training/progress.ts'
import { courseAsBegun } from '../training/versions.ts'
import { noContent, XapiError, xapiJson } from './errors.ts'
import { StatementSchema } from './schemas.ts'
import { forget, remember, type RecentLaunches } from './session.ts'

/** A batch of more statements is refused (413). */
const mostStatements = 500

/** A request with statements, and the launch that it comes from. */
interface Report {
  services: Services
  recent: RecentLaunches
  begun: Begun
  request: Request
}

/** The statements of a request’s body. */
async function statementsOf({ request, services: { limits } }: Report): Promise<Statement[]> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new XapiError(400, 'Statements are sent as application/json.')
  const text = await readText(request, limits.bodySize).catch((error: Error) => {
    throw new XapiError(error.message.includes('bytes') ? 413 : 400, error.message)
  })
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new XapiError(400, 'The body is no JSON.')
  }
  const list = Array.isArray(body) ? body : [body]
  if (list.length > mostStatements)
    throw new XapiError(413, `At most ${mostStatements} statements come at once.`)
  return list.map((one, place) => {
    const read = z.safeParse(StatementSchema, one)
    if (read.success) return read.data
    const [issue] = read.error.issues
    const where = issue?.path.map(String).join('.') ?? ''
    throw new XapiError(
      400,
      `Statement ${place + 1} is not valid at “${where}”: ${issue?.message} (xAPI, part 2, 2.2).`,
    )
  })
}

/** One statement under an id that the request names (xAPI, part 3, 2.1.1). */
export async function putStatement(report: Report, search: URLSearchParams): Promise<Response> {
  const id = search.get('statementId')
  const [statement, more] = await statementsOf(report)
  if (id === null || !statement || more)
    throw new XapiError(400, 'PUT takes one statement and its statementId (xAPI, part 3, 2.1.1).')
  if (statement.id !== undefined && statement.id.toLowerCase() !== id.toLowerCase())
    throw new XapiError(400, 'The statement has another id than the address.')
  if (!z.safeParse(StatementSchema.shape.id, id).success)
    throw new XapiError(400, 'The statementId is no UUID.')
  await keep(report, [{ ...statement, id }])
  return noContent()
}

/** One statement, or a batch of which all are kept or none (xAPI, part 3, 2.1.2). */
export async function postStatements(report: Report): Promise<Response> {
  const statements = (await statementsOf(report)).map((one) => ({
    ...one,
    id: one.id ?? newUuid(),
  }))
  if (new Set(statements.map(({ id }) => id.toLowerCase())).size < statements.length)
    throw new XapiError(400, 'Two statements of the batch have one id (xAPI, part 3, 2.1.2).')
  await keep(report, statements)
  return xapiJson(statements.map(({ id }) => id))
}

/** A statement under its id, with its instant and the words by which it is told from others. */
type Said = Statement & { id: string; timestamp: string; words: string }

const recordOf = (
  { id, timestamp, words }: Said,
  { registration }: LaunchRecord,
  storedAt: string,
): StatementRecord => ({
  ...{ id: id.toLowerCase(), registration, storedAt, timestamp, statement: words },
})

/** Keeps what is new of these statements, and follows it; where one is refused, none is kept. */
async function keep(
  { services, recent, begun: seen, request }: Report,
  statements: (Statement & { id: string })[],
): Promise<void> {
  const now = services.now()
  // Order follows the timestamps, whatever the order in which they were sent (cmi5, 9.3).
  const inOrder = statements
    .map((one): Said => ({ ...one, timestamp: one.timestamp ?? now, words: sameWords(one) }))
    .toSorted((one, other) => Date.parse(one.timestamp) - Date.parse(other.timestamp))
  const [first] = inOrder
  if (first && inOrder.length === 1 && (await keepAlone(services, seen, first, now)))
    return remember(recent, request, seen)
  forget(recent, request)
  const after = await services.store.write(async (tables) => {
    // Everything of one enrolment takes turns.
    const begun = await tables.launches.begun(seen.launch.id)
    if (!begun) throw new XapiError(403, 'The enrolment is there no more.')
    const records = inOrder.map((one) => recordOf(one, begun.launch, now))
    const kept = new Set(await tables.statements.insert(records))
    await requireSame(
      tables,
      records.filter((one) => !kept.has(one.id)),
    )
    if (kept.size === 0) return begun
    const stream = await streamOf(tables, begun, now)
    const fresh = inOrder.filter(({ id }) => kept.has(id.toLowerCase()))
    const launch = heard(stream, begun.launch, fresh, now)
    if (launch !== begun.launch) await tables.launches.put([launch])
    return { ...begun, launch, enrolment: await stream.end(launch) }
  })
  remember(recent, request, after)
}

/**
 * Keeps one statement that changes nothing, as most do, without a transaction. Answers false where it does
 * change something, is refused, came before, or anything is not as it was read: then it takes its turn.
 */
async function keepAlone(
  { store }: Services,
  seen: Begun,
  statement: Said,
  now: string,
): Promise<boolean> {
  const { launch } = seen
  const stream = await streamOf(store.read, seen, now)
  try {
    if (heard(stream, launch, [statement], now) !== launch || stream.hasMoved()) return false
  } catch {
    return false
  }
  return store.read.statements.insertWhile(seen, recordOf(statement, launch, now))
}

/** The reports of an enrolment, as its course is that it was begun with. */
async function streamOf(tables: Tables, { enrolment, course }: Begun, now: string) {
  const begun = await courseAsBegun(tables, course, enrolment)
  return follow({ tables, now, requestId: 'xapi' }, begun, enrolment)
}

/** The launch after these statements, each of which the enrolment follows; throws where one is refused. */
function heard(
  stream: ReturnType<typeof follow>,
  before: LaunchRecord,
  statements: readonly Said[],
  now: string,
): LaunchRecord {
  let launch = before
  for (const { words: _, ...statement } of statements) {
    const unit = stream.unit(launch.unitId)
    if (!unit) throw new XapiError(403, 'The part of the course is there no more.')
    const refused = refusalOf(statement, { launch, unit, now })
    if (refused !== undefined) throw new XapiError(403, refused)
    launch = afterStatement(launch, statement, now)
    stream.take(statement, launch)
  }
  return launch
}

/** Absorbs statements that came before, and refuses others under their ids (xAPI, part 2, 2.3.1). */
async function requireSame({ statements }: Tables, again: StatementRecord[]): Promise<void> {
  if (again.length === 0) return
  const found = await statements.many(again.map((one) => one.id))
  const known = new Map(found.map((one) => [one.id, one.statement]))
  for (const { id, statement } of again)
    if (known.get(id) !== statement)
      throw new XapiError(409, `Another statement has the id ${id} (xAPI, part 2, 2.3.1).`)
}

/** A statement as text by which it is told from another one: what the store adds does not count. */
function sameWords({ stored: _s, authority: _a, ...statement }: Statement): string {
  return JSON.stringify(sorted(statement))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
