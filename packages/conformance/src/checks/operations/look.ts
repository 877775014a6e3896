import assert from 'node:assert/strict'
import { pageLimit, type Route } from '@prmkit/contract'
import type { Context } from '../../context.ts'
import { answerOf } from '../../expect.ts'
import { assertReadable, Origin } from '../http.ts'
import { callerOf, operationsOf, pathOf, type Operation } from './operations.ts'

/** A page or a whole list. */
export interface Listed {
  items: { id?: string }[]
  nextCursor?: string
}

/** An operation that can be read, with the path of a record. */
export type Readable = Operation & { path: string }

/** Queries without which an operation answers nothing. */
export const needed: Record<string, string> = { 'articles.search': 'search=a&' }

/** Reads an operation as somebody who may, and holds the answer to its headers and its schema. */
export async function look(context: Context, operation: Operation, path: string): Promise<unknown> {
  const caller = callerOf(operation, context)
  // A secret key is not sent from a page.
  const headers = caller === context.vendor ? {} : { Origin }
  const answer = await caller!.send('GET', path, { headers })
  if ('Origin' in headers) assertReadable(answer, 'an answer')
  const tag = answer.headers.get('ETag')
  const { response, status } = operation.route as Required<Route>
  const body = await answerOf(answer, status, response)
  const { revision } = body as { revision?: number }
  if (revision !== undefined && operation.name.endsWith('.get'))
    assert.equal(
      tag?.replace('W/', ''),
      `"${revision}"`,
      `ETag is ${tag}, expected the revision, "${revision}".`,
    )
  return body
}

/** The ids of the first records of a resource; of what is not listed, none. */
export async function listedIds(context: Context, resource: string): Promise<string[]> {
  const list = operationsOf(context).find(({ name }) => name === `${resource}.list`)
  if (!list || list.route.params || !callerOf(list, context)) return []
  const { items } = (await look(context, list, pathOf(list))) as Listed
  return items.flatMap(({ id }) => id ?? [])
}

/** The id that stands in the path of an operation that can be read. */
async function idFor(context: Context, { name, resource }: Operation): Promise<string | undefined> {
  const { seller, discovery } = context
  if (name === 'tiers.get') return seller.me.partner?.id
  if (resource === 'users') return seller.me.user.id
  if (resource === 'forms') return discovery.deals?.form
  return (await listedIds(context, resource))[0]
}

/** The operations that can be read, each with the path of a record. */
export async function readable(context: Context): Promise<Readable[]> {
  const found: Readable[] = []
  const known = new Map<string, string | undefined>()
  for (const operation of operationsOf(context)) {
    const { route, resource } = operation
    if (route.method !== 'get' || !route.response || !callerOf(operation, context)) continue
    if (route.params && !known.has(resource)) known.set(resource, await idFor(context, operation))
    const id = known.get(resource)
    if (!route.params) found.push({ ...operation, path: pathOf(operation) })
    else if (id !== undefined) found.push({ ...operation, path: pathOf(operation, id) })
  }
  return found
}

/** Whether a list names a record; of a very long one, the first 50 pages. */
export async function isListed(
  { send }: Context['seller'],
  list: Operation,
  id: string,
): Promise<boolean> {
  let cursor: string | undefined
  for (let page = 0; page < 50; page++) {
    const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const limit = list.route.paged ? `?limit=${pageLimit}${next}` : ''
    const answer = await send('GET', pathOf(list) + limit)
    const { items, nextCursor } = (await answer.json()) as Listed
    if (items.some((item) => item.id === id)) return true
    if (nextCursor === undefined) break
    cursor = nextCursor
  }
  return false
}
