import type { Format } from './statement-query.ts'

type Told = Record<string, unknown>

/** A statement with as much of its activities and people as is asked for (xAPI, part 3, 2.1.3). */
export function inFormat(statement: object, format: Format): unknown {
  return format === 'exact' ? statement : told(statement, format)
}

const identifiers = ['objectType', 'id', 'mbox', 'mbox_sha1sum', 'openid', 'account', 'member']

function told(value: unknown, format: Format): unknown {
  if (Array.isArray(value)) return value.map((one) => told(one, format))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value as Told).flatMap(([name, inner]): [string, unknown][] => {
    // Results and extensions are the course’s own words.
    if (name === 'result' || name === 'extensions') return [[name, inner]]
    if (format === 'canonical')
      return [[name, languages.has(name) ? oneOf(inner) : told(inner, format)]]
    if (name === 'definition' || name === 'display') return []
    return [[name, people.has(name) ? identified(inner) : told(inner, format)]]
  })
  return Object.fromEntries(entries)
}

const people = new Set(['actor', 'instructor', 'team', 'authority'])
const languages = new Set(['display', 'name', 'description'])

/** A language map with its first language alone; another value as it is. */
function oneOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).slice(0, 1))
}

/** The identifier of a person or group; a group without one keeps its members (xAPI, part 3, 2.1.3). */
function identified(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value as Told).filter(([name]) => identifiers.includes(name))
  const isNamed = kept.some(([name]) => !['objectType', 'member'].includes(name))
  return Object.fromEntries(kept.filter(([name]) => name !== 'member' || !isNamed))
}
