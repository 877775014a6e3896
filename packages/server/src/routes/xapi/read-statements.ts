import { activityIds, type Activity, type Statement } from '../../rules/training/cmi5/statement.ts'
import type { Services } from '../../services.ts'
import type { LaunchRecord, StatementRecord } from '../../store/training-records.ts'
import { XapiError, xapiJson } from './errors.ts'
import { xapiPath } from './paths.ts'
import { askedOf, type Asked } from './statement-query.ts'
import { inFormat } from './statement-format.ts'

/** More statements than a registration has. */
const all = 10_000
const mostAtOnce = 1000

type Shown = ReturnType<typeof shown>

/** Statements of the launch’s registration; those of others are not there (xAPI, part 3, 2.1.3). */
export async function getStatements(
  { store, now }: Services,
  { registration }: LaunchRecord,
  search: URLSearchParams,
): Promise<Response> {
  const consistent = { 'x-experience-api-consistent-through': now() }
  const asked = askedOf(search)
  if (asked.id !== undefined) {
    const [found] = await store.read.statements.many([asked.id.toLowerCase()])
    // A course voids no statement, so that none is found as a voided one.
    if (!found || found.registration !== registration || asked.isVoided)
      throw new XapiError(404, 'There is no such statement in this registration.')
    return xapiJson(inFormat(shown(found), asked.format), consistent)
  }
  if (asked.registration !== undefined && asked.registration !== registration)
    return xapiJson({ statements: [], more: '' }, consistent)
  const records = await store.read.statements.ofRegistration(registration, all)
  const found = records.map(shown).filter((one) => isAsked(one, asked))
  const ordered = asked.ascending ? found : found.toReversed()
  const rest = ordered.slice(ordered.findIndex(({ id }) => id === asked.after) + 1)
  const page = rest.slice(0, Math.min(asked.limit || mostAtOnce, mostAtOnce))
  const statements = page.map((one) => inFormat(one, asked.format))
  const more = rest.length > page.length ? moreOf(search, page.at(-1)!.id) : ''
  return xapiJson({ statements, more }, consistent)
}

/** The address at which the rest of a list is (xAPI, part 2, 2.5). */
function moreOf(search: URLSearchParams, after: string): string {
  const next = new URLSearchParams(search)
  next.set('after', after)
  return `${xapiPath}/statements?${next}`
}

function isAsked(one: Shown, asked: Asked): boolean {
  const { verb, activity, agent, since, until } = asked
  return (
    (verb === undefined || one.verb.id === verb) &&
    (activity === undefined || activitiesOf(one, asked).includes(activity)) &&
    (agent === undefined || agentsOf(one, asked).some((each) => isSame(each, agent))) &&
    (since === undefined || Date.parse(one.stored) > since) &&
    (until === undefined || Date.parse(one.stored) <= until)
  )
}

function activitiesOf(one: Shown, { relatedActivities }: Asked): string[] {
  const { object } = one
  const own = 'id' in object && object.objectType !== 'StatementRef' ? [object.id] : []
  const kinds = ['parent', 'grouping', 'category', 'other'] as const
  return relatedActivities ? [...own, ...kinds.flatMap((kind) => activityIds(one, kind))] : own
}

/** An agent or group as statements name it. */
type Named = Record<string, unknown>

function agentsOf(one: Shown, { relatedAgents }: Asked): Named[] {
  const { object, context } = one as { object: Activity | Named; context?: Named }
  const isPerson = object.objectType === ('Agent' as string) || object.objectType === 'Group'
  const own = [one.actor as Named, ...(isPerson ? [object as Named] : [])]
  const related = [context?.['instructor'], context?.['team'], one.authority]
  const found = relatedAgents ? [...own, ...related.filter((each) => each !== undefined)] : own
  return (found as Named[]).flatMap((each) => [each, ...((each['member'] as Named[]) ?? [])])
}

const identifiers = ['mbox', 'mbox_sha1sum', 'openid'] as const

/** Tells whether two agents have the same identifier (xAPI, part 2, 2.4.2.3). */
function isSame(one: Named, other: Named): boolean {
  const [mine, theirs] = [one, other].map(({ account }) => account as Named | undefined)
  if (mine && theirs)
    return mine['homePage'] === theirs['homePage'] && mine['name'] === theirs['name']
  return identifiers.some((name) => one[name] !== undefined && one[name] === other[name])
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
