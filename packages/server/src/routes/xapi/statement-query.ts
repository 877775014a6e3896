import { XapiError } from './errors.ts'
import { AgentSchema } from './schemas.ts'

/** The statements that a request asks for (xAPI, part 3, 2.1.3). */
export interface Asked {
  /** The id of the one statement that is asked for; no other parameter may stand beside it. */
  id?: string
  isVoided: boolean
  agent?: Record<string, unknown>
  verb?: string
  activity?: string
  registration?: string
  relatedActivities: boolean
  relatedAgents: boolean
  since?: number
  until?: number
  /** The most statements of one answer; 0 leaves it to the server. */
  limit: number
  format: Format
  ascending: boolean
  /** The statement after which the rest of a list begins, in addresses that this server made. */
  after?: string
}

/** How much is told of a statement’s activities and people. */
export type Format = 'ids' | 'exact' | 'canonical'
const formats: readonly string[] = ['ids', 'exact', 'canonical']

const one = ['statementId', 'voidedStatementId']
const always = ['format', 'attachments']
const texts = ['verb', 'activity', 'registration', 'after']
const names = [
  ...[...one, ...always, ...texts, 'agent', 'since', 'until', 'limit', 'ascending'],
  ...['related_activities', 'related_agents'],
]

/** Reads the query of a request; what the standard does not know is refused (xAPI, part 3, 3.2). */
export function askedOf(search: URLSearchParams): Asked {
  const given = [...search.keys()]
  const unknown = given.find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw refused(`The parameter “${unknown.slice(0, 100)}” is not known here.`)
  const ids = one.filter((name) => search.has(name))
  const others = given.filter((name) => !one.includes(name) && !always.includes(name))
  if (ids.length > 1 || (ids.length === 1 && others.length > 0))
    throw refused('One statement is asked for by its id alone, and in a format.')
  const format = search.get('format') ?? 'exact'
  if (!formats.includes(format)) throw refused('“format” is ids, exact or canonical.')
  const id = ids[0] === undefined ? undefined : search.get(ids[0])!
  const agent = agentOf(search)
  const [since, until] = [instantOf(search, 'since'), instantOf(search, 'until')]
  if (flag(search, 'attachments'))
    throw refused('Attachments are not kept here; ask without “attachments”.')
  return {
    ...(id !== undefined && { id }),
    isVoided: ids[0] === 'voidedStatementId',
    ...Object.fromEntries(texts.flatMap((name) => textOf(search, name))),
    ...(agent && { agent }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    relatedActivities: flag(search, 'related_activities'),
    relatedAgents: flag(search, 'related_agents'),
    limit: limitOf(search),
    format: format as Format,
    ascending: flag(search, 'ascending'),
  }
}

const refused = (why: string) => new XapiError(400, `${why} (xAPI, part 3, 2.1.3)`)

function textOf(search: URLSearchParams, name: string): [string, string][] {
  const text = search.get(name)
  return text === null ? [] : [[name, text]]
}

function flag(search: URLSearchParams, name: string): boolean {
  const text = search.get(name) ?? 'false'
  if (text !== 'true' && text !== 'false') throw refused(`“${name}” is true or false.`)
  return text === 'true'
}

function limitOf(search: URLSearchParams): number {
  const text = search.get('limit') ?? '0'
  if (!/^\d{1,9}$/.test(text)) throw refused('“limit” is a whole number from 0 on.')
  return Number(text)
}

/** An instant of a query, whatever its zone; nothing where none is asked for. */
function instantOf(search: URLSearchParams, name: string): number | undefined {
  const text = search.get(name)
  if (text === null) return undefined
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) throw refused(`“${name}” is no instant.`)
  return instant
}

function agentOf(search: URLSearchParams): Record<string, unknown> | undefined {
  const text = search.get('agent')
  if (text === null) return undefined
  try {
    const read = AgentSchema.safeParse(JSON.parse(text))
    if (read.success) return read.data
  } catch {
    // Text that is no JSON is refused below, like an agent without its fields.
  }
  throw refused('“agent” is no agent in JSON.')
}
