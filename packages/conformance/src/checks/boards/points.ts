import assert from 'node:assert/strict'
import { BulkResult, pageOf, PointEvent } from '@prmkit/contract'
import { check, needing } from '../../check.ts'
import type { Caller, Context } from '../../context.ts'
import { answerOf, problemOf, skip } from '../../expect.ts'
import { requireOffered } from '../operations/operations.ts'
import { boardsOf, mineOf } from './boards.ts'

const PointPage = pageOf(PointEvent)

/** The points that the vendor's own backend reads. */
async function pointsOf({ vendor }: Context, query: Record<string, string>) {
  const answer = await vendor.send('GET', `/points?${new URLSearchParams(query)}`)
  return answerOf(answer, 200, PointPage)
}

/** Holds the caller's own value on each board of people to the sum of its points. */
async function addUp(seller: Caller) {
  for (const board of (await boardsOf(seller)).filter(({ subject }) => subject === 'person')) {
    const { value, period } = await mineOf(seller, board)
    let sum = 0
    const query = { period, limit: 50 }
    for await (const point of seller.client.boards.explain({ params: { id: board.id }, query })) {
      assert.ok(board.rules.some(({ id }) => id === point.rule))
      assert.notEqual(point.text, '')
      sum += point.points
    }
    assert.equal(sum, value, `The points of ${board.id} are not its value.`)
  }
}

const pointChecks = [
  check(
    'points.explain',
    'points',
    'the points of a period add up to the caller’s own value, each with its rule',
    async ({ seller }) => {
      await addUp(seller)
    },
  ),
  check(
    'points.rows',
    'points',
    'a row by an unknown rule is refused with its pointer, and a partner gives no points',
    async (context) => {
      const { seller, vendor } = context
      await requireOffered('points.bulk', context)
      const partnerId = seller.me.partner?.id
      const rows = [{ externalIds: { key: 'kit' }, rule: 'no-such-rule', points: 1, partnerId }]
      const answer = await vendor.send('POST', '/points/bulk', { body: { rows } })
      const [row] = (await answerOf(answer, 200, BulkResult)).rows

      assert.equal(row?.result, 'refused')
      assert.ok(
        row.errors?.some(({ pointer }) => pointer === '/rule'),
        JSON.stringify(row),
      )
      const own = await seller.send('POST', '/points/bulk', { body: { rows } })
      await problemOf(own, 'forbidden')
      await problemOf(await seller.send('GET', '/points'), 'forbidden')
    },
    ['writing'],
  ),
  check(
    'points.list',
    'points',
    'the vendor reads the points of one company, page by page, with the company and the person',
    async (context) => {
      await requireOffered('points.list', context)
      const partnerId = context.seller.me.partner?.id ?? ''
      const { items } = await pointsOf(context, { partnerId, limit: '5' })
      if (items.length === 0) skip('The company of the seller has no points.')
      const single: string[] = []
      let cursor: string | undefined
      do {
        const page = await pointsOf(context, { partnerId, limit: '1', ...(cursor && { cursor }) })
        single.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor
      } while (cursor !== undefined && single.length < items.length)

      assert.deepEqual(
        single,
        items.map(({ id }) => id),
      )
      for (const { id, partner } of items) assert.equal(partner?.id, partnerId, id)
    },
  ),
  check(
    'points.reverse',
    'points',
    'a reversal takes points back once, with the reason, and is not reversed itself',
    async (context) => {
      const { vendor, seller } = context
      await requireOffered('points.reverse', context)
      const userId = seller.me.user.id
      const { items } = await pointsOf(context, { userId, limit: '100' })
      const given = items.find(({ allowedActions }) => allowedActions.includes('reverse'))
      if (!given) skip('The seller has no points that can be reversed.')
      const reverse = (id: string, body: object) => {
        return vendor.send('POST', `/points/${id}/reversal`, { body })
      }
      const body = { reason: { code: 'mistake', text: 'Counted by mistake.' } }
      await problemOf(await reverse(given.id, { reason: { code: 'mistake' } }), 'validation-failed')
      const taken = await answerOf(await reverse(given.id, body), 201, PointEvent)

      assert.deepEqual([taken.points, taken.reversalOf], [-given.points, given.id])
      await problemOf(await reverse(given.id, body), 'state-conflict')
      await problemOf(await reverse(taken.id, body), 'state-conflict')
      const after = await pointsOf(context, { userId, limit: '100' })
      assert.equal(after.items.find(({ id }) => id === given.id)?.reversedBy, taken.id)
      await addUp(seller)
      await problemOf(
        await seller.send('POST', `/points/${given.id}/reversal`, { body }),
        'forbidden',
      )
    },
    ['writing'],
  ),
]

export const points = needing(['boards'], pointChecks)
