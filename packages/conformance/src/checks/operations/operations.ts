import { AssertionError } from 'node:assert'
import { capabilitiesFor, routes, type Route } from '@prmkit/contract'
import { causeOf } from '../../cause-of.ts'
import type { Context } from '../../context.ts'
import { skip } from '../../expect.ts'
import { Unanswered } from '../../in-time.ts'

/** One operation of the contract with its name, such as `deals.list`. */
export interface Operation {
  readonly resource: string
  readonly name: string
  readonly route: Route
}

const groups: Record<string, Record<string, Route>> = routes

const all: readonly Operation[] = Object.entries(groups).flatMap(([resource, group]) =>
  Object.entries(group).map(([name, route]) => ({
    ...{ resource, name: `${resource}.${name}`, route },
  })),
)

/** Resources that a backend without registrations may leave out. */
const ofDeals: readonly string[] = ['products', 'forms', 'files', 'partners']

/** The operations that this backend offers. */
export function operationsOf({ discovery }: Pick<Context, 'discovery'>): readonly Operation[] {
  const has = (name: string) => discovery.capabilities.some((one) => one === name)
  return all.filter(({ resource }) => {
    const needed = ofDeals.includes(resource) ? ['deals'] : capabilitiesFor(resource)
    return needed.length === 0 || needed.some(has)
  })
}

/** The path of an operation on the record with this id. */
export const pathOf = ({ route }: Operation, id = 'no-such-one'): string =>
  route.path.replaceAll(/\{\w+\}/g, encodeURIComponent(id)).replace(/^\/$/, '')

/** The method of an operation, as it is sent. */
export const methodOf = ({ route }: Operation): string => route.method.toUpperCase()

/** The method and the path of an operation, as the guide writes them. */
const requestOf = (operation: Operation) => `${methodOf(operation)} ${operation.route.path}`

/** Those who may call an operation; undefined where the target names nobody. */
export function callerOf(
  { route }: Operation,
  { seller, manager, vendor, target }: Context,
): Pick<Context['seller'], 'send'> | undefined {
  if (route.access === 'vendor') return target.manager && manager
  return route.access.includes('api-key') && !route.access.startsWith('session') ? vendor : seller
}

/** Those who only read or write for the vendor. */
const ofVendor: readonly string[] = ['vendor', 'vendor-or-api-key', 'api-key']

/** Operations of the vendor that every backend has. */
const always: readonly string[] = ['sessions', 'users', 'eventLog']

/**
 * Whether the backend leaves out an operation that is the vendor's alone, as it may where another
 * system does that work. A query that no operation knows is refused before a record is looked for.
 */
async function isLeftOut(operation: Operation, context: Context): Promise<boolean> {
  const { route, resource } = operation
  if (!ofVendor.includes(route.access) || always.includes(resource)) return false
  const { send } = callerOf(operation, context) ?? context.vendor
  const { status } = await send(methodOf(operation), `${pathOf(operation)}?nmae=x`)
  return status === 404 || status === 405
}

/** Skips a check for which the backend leaves out an operation of the vendor. */
export async function requireOffered(name: string, context: Context): Promise<void> {
  const operation = all.find((one) => one.name === name)!
  if (await isLeftOut(operation, context))
    skip(`The backend leaves out ${requestOf(operation)}, which is the vendor’s alone.`)
}

/**
 * Tries each operation and tells of all that fall short, those with one fault together. One that does
 * not answer is the last: each of the others might take as long.
 */
export async function each<One extends Operation>(
  context: Context,
  operations: readonly One[],
  attempt: (operation: One) => Promise<unknown>,
): Promise<void> {
  const faults = new Map<string, { message: string; requests: string[] }>()
  for (const operation of operations)
    try {
      await attempt(operation)
    } catch (error) {
      if (!(error instanceof AssertionError)) throw error
      if (!(error instanceof Unanswered) && (await isLeftOut(operation, context))) continue
      context.trace.pin()
      const cause = causeOf(error)
      const { message, requests } = faults.get(cause) ?? { message: error.message, requests: [] }
      faults.set(cause, { message, requests: [...requests, requestOf(operation)] })
      if (error instanceof Unanswered) break
    }
  if (faults.size === 0) return
  const lines = [...faults.values()].map(({ message, requests }) => {
    const count = requests.length > 1 ? `${requests.length} operations: ` : ''
    return `${message}\n${count}${requests.join(', ')}`
  })
  throw new AssertionError({ message: lines.join('\n') })
}
