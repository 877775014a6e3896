import type { Statement } from '../../rules/training/cmi5/statement.ts'
import type { Services } from '../../services.ts'
import type { LaunchRecord, StatementRecord } from '../../store/training-records.ts'
import { XapiError, xapiJson } from './errors.ts'

/** Statements of the launch’s registration; those of others are not there (xAPI, part 3, 2.1.3). */
export async function getStatements(
  { store, now }: Services,
  { registration }: LaunchRecord,
  search: URLSearchParams,
): Promise<Response> {
  const consistent = { 'x-experience-api-consistent-through': now() }
  const id = search.get('statementId')
  if (id !== null) {
    const [found] = await store.read.statements.many([id.toLowerCase()])
    if (!found || found.registration !== registration)
      throw new XapiError(404, 'There is no such statement in this registration.')
    return xapiJson(shown(found), consistent)
  }
  const asked = search.get('registration')
  if (asked !== null && asked !== registration)
    return xapiJson({ statements: [], more: '' }, consistent)
  const all = await store.read.statements.ofRegistration(registration, 1000)
  const [verb, activity] = [search.get('verb'), search.get('activity')]
  const limit = Number(search.get('limit') ?? 0) || 1000
  const [since, until] = [instantOf(search, 'since'), instantOf(search, 'until')]
  const found = all
    .map(shown)
    .filter(
      (one) =>
        (verb === null || one.verb.id === verb) &&
        (activity === null || ('id' in one.object && one.object.id === activity)) &&
        (since === undefined || Date.parse(one.stored) > since) &&
        (until === undefined || Date.parse(one.stored) <= until),
    )
  const ordered = search.get('ascending') === 'true' ? found : found.toReversed()
  return xapiJson({ statements: ordered.slice(0, limit), more: '' }, consistent)
}

/** An instant of a query, whatever its zone; nothing where none is asked for. */
function instantOf(search: URLSearchParams, name: string): number | undefined {
  const text = search.get(name)
  if (text === null) return undefined
  const instant = Date.parse(text)
  if (!Number.isNaN(instant)) return instant
  throw new XapiError(400, `“${name}” is no instant (xAPI, part 3, 2.1.3).`)
}

function shown({ id, storedAt, statement, timestamp }: StatementRecord) {
  const parsed = JSON.parse(statement) as Statement
  return {
    ...parsed,
    id,
    timestamp: parsed.timestamp ?? timestamp,
    stored: storedAt,
    version: '1.0.0',
  }
}
