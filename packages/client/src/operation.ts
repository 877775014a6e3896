import { routeList, usualRoutes } from '@prmkit/contract/route-list'
import { UsageError } from './errors.ts'

/** The version prefix of every path; a test holds it to the contract's. */
export const prefix = '/v1'

/** One operation, as the generated route list tells it. */
export interface Operation {
  /** For example `deals.list`. */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly flags: ReadonlySet<string>
}

/** The parts of a call's input, whichever operation it is for. */
export interface RawInput {
  readonly params?: Record<string, string>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
  readonly ifMatch?: number
  readonly idempotencyKey?: string
}

const usual: Readonly<Record<string, string>> = usualRoutes

/** Every operation of the contract, by its name. */
export const operations = new Map<string, Operation>()

for (const [resource, list] of Object.entries(routeList))
  for (const entry of list.split(';')) {
    const [name = '', ...own] = entry.split(' ')
    const [method = '', place = '', ...flags] = own[0] ? own : (usual[name] ?? '').split(' ')
    const id = `${resource}.${name}`
    operations.set(id, {
      name: id,
      // `fetch` makes most methods upper case, but not PATCH.
      method: method.toUpperCase(),
      path: place.replace('.', `/${resource}`),
      flags: new Set(flags),
    })
  }

/** The name of an operation in messages: its method, and its path without the ids of records. */
export function labelOf({ method, path }: Operation): string {
  return `${method} ${path}`
}

/** The address of an operation with its parameters and query filled in. */
export function addressOf(base: string, operation: Operation, input: RawInput): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = input.params?.[name]
    // A browser would resolve dots, and the call would reach another operation.
    if (typeof value !== 'string' || /^\.{0,2}$/.test(value))
      throw new UsageError(
        `${labelOf(operation)} was called with ${name} = ${JSON.stringify(value)}. Pass the id of the record.`,
      )
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {}))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) query.append(name, String(one))
  const search = String(query)
  return base + prefix + (path === '/' ? '' : path) + (search && `?${search}`)
}

/** The headers that an operation asks for, from the call's input. */
export function headersOf(operation: Operation, input: RawInput): Headers {
  const { flags } = operation
  const kind = flags.has('calendar') ? 'text/calendar' : 'application/json'
  const headers = new Headers({ accept: `${kind}, application/problem+json` })
  if (input.body !== undefined) headers.set('content-type', 'application/json')
  if (operation.method !== 'GET' && !flags.has('unkeyed'))
    headers.set('idempotency-key', input.idempotencyKey ?? newKey())
  // Built from the record, for proxies rewrite the ETag header when they compress.
  if (flags.has('match')) {
    if (!Number.isInteger(input.ifMatch))
      throw new UsageError(
        `${labelOf(operation)} was called without ifMatch. Pass the revision of the record.`,
      )
    headers.set('if-match', `"${input.ifMatch}"`)
  }
  return headers
}

/** A name for one write: 128 random bits, also on pages without TLS, which have no `randomUUID`. */
export function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-')
}
