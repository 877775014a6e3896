import assert from 'node:assert/strict'
import { pageLimit } from '@prmkit/contract'
import { check } from '../../check.ts'
import type { Context } from '../../context.ts'
import { fieldErrorOf, problemOf } from '../../expect.ts'
import { isListed, listedIds, look, needed, readable, type Listed, type Readable } from './look.ts'
import { callerOf, each, operationsOf, pathOf } from './operations.ts'

/** How many pages of a list are looked at: it may have thousands. */
const pages = 5

/** Makes a registration with messages, so that there are lists of more than one record below it. */
async function talk({ discovery, seller, sample }: Context): Promise<void> {
  if (!discovery.deals || seller.me.readOnly) return
  const { id, revision } = await seller.client.deals.create({ body: sample({ status: 'draft' }) })
  const params = { id }
  for (const text of ['One', 'Two', 'Three'])
    await seller.client.deals.addComment({ params, body: { text } })
  await seller.client.deals.update({ params, ifMatch: revision, body: { nextStep: 'Call' } })
}

/** The same items by their ids, or as they are where they have none. */
const marksOf = ({ items }: Listed) => items.map((item) => item.id ?? JSON.stringify(item))

/** Walks the pages of a list by one record at a time and compares them with a whole page. */
async function walk(context: Context, operation: Readable): Promise<void> {
  const ask = `${operation.path}?${needed[operation.name] ?? ''}`
  const whole = marksOf((await look(context, operation, ask)) as Listed).slice(0, pages)
  const found: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < pages; page++) {
    const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const part = (await look(context, operation, `${ask}limit=1${next}`)) as Listed
    assert.ok(part.items.length <= 1, `With limit=1 a page has ${part.items.length} records.`)
    found.push(...marksOf(part))
    cursor = part.nextCursor
    if (cursor === undefined) break
  }
  const place = whole.findIndex((mark, at) => mark !== found[at])
  assert.ok(
    found.length === whole.length && place < 0,
    `Page by page it has other records than at once: is “cursor” read? By pages of one ${JSON.stringify(found)}; at once ${JSON.stringify(whole)}.`,
  )
}

export const reads = [
  check(
    'operations.read',
    'problems',
    'whatever can be read has its status, its schema, its mark and headers for pages elsewhere',
    async (context) => {
      await talk(context)
      await each(context, await readable(context), async (operation) => {
        const ask = needed[operation.name]
        await look(context, operation, operation.path + (ask ? `?${ask}` : ''))
      })
    },
  ),
  check(
    'operations.pages',
    'cursors',
    'every list is the same on pages of one record',
    async (context) => {
      await talk(context)
      const paged = (await readable(context)).filter(({ route }) => route.paged)
      await each(context, paged, (operation) => walk(context, operation))
    },
  ),
  check(
    'operations.bounds',
    'strict-requests',
    'a page that is too long and a cursor that nobody gave are refused',
    async (context) => {
      const paged = (await readable(context)).filter(({ route }) => route.paged)
      await each(context, paged, async (operation) => {
        const { send } = callerOf(operation, context)!
        const ask = `${operation.path}?${needed[operation.name] ?? ''}`
        await fieldErrorOf(await send('GET', `${ask}limit=${pageLimit + 1}`), '/limit', 'too-big')
        await fieldErrorOf(await send('GET', `${ask}cursor=forged`), '/cursor')
      })
    },
  ),
  check(
    'operations.queries',
    'strict-requests',
    'a query field that an operation does not know is refused with its pointer',
    async (context) => {
      await each(context, await readable(context), async (operation) => {
        const ask = `${operation.path}?${needed[operation.name] ?? ''}nmae=x`
        const answer = await callerOf(operation, context)!.send('GET', ask)
        await fieldErrorOf(answer, '/nmae', 'unknown-field')
      })
    },
  ),
  check(
    'operations.hidden',
    'visibility',
    'a record that the lists of somebody leave out does not exist for them, nor does what is below it',
    async (context) => {
      const { seller, stranger, restricted, target } = context
      const offered = operationsOf(context)
      const records = offered.filter(
        (one) => one.route.method === 'get' && one.route.params && one.resource !== 'partners',
      )
      await each(context, records, async (operation) => {
        const list = offered.find(({ name }) => name === `${operation.resource}.list`)
        if (!list || callerOf(operation, context) !== seller) return
        const ids = await listedIds(context, operation.resource)
        for (const other of [stranger, ...(target.restricted ? [restricted] : [])])
          for (const id of ids.slice(0, pages)) {
            const answer = await other.send('GET', pathOf(operation, id))
            if (answer.status === 404) await problemOf(answer, 'not-found')
            else if (!(await isListed(other, list, id))) await problemOf(answer, 'not-found')
          }
      })
    },
  ),
]
