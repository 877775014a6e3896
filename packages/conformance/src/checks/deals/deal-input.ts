import assert from 'node:assert/strict'
import { Deal } from '@prmkit/contract'
import { check } from '../../check.ts'
import { unique } from '../../context.ts'
import { answerOf, fieldErrorOf } from '../../expect.ts'
import { inDays } from './deal-life.ts'

export const dealInput = [
  check(
    'deal-input.status',
    'deal-input',
    'a registration is sent in unless it says that it is a draft',
    async ({ seller, sample }) => {
      const { status: _, ...body } = sample()
      const deal = await answerOf(await seller.send('POST', '/deals', { body }), 201, Deal)

      assert.equal(deal.status, 'submitted')
    },
  ),
  check(
    'deal-input.incomplete',
    'deal-input',
    'an incomplete draft offers to be sent in',
    async ({ seller }) => {
      const body = { customer: { companyName: `Draft ${unique()}` }, status: 'draft' as const }
      const { allowedActions } = await seller.client.deals.create({ body })

      assert.ok(allowedActions.includes('submit'), `It offers ${allowedActions.join(', ')}.`)
    },
  ),
  check(
    'deal-input.unknown-product',
    'deal-input',
    'a draft with an unknown product is refused',
    async ({ seller, sample }) => {
      const lines = [{ productId: `no-${unique()}`, quantity: 1 }]
      const body = sample({ status: 'draft', lines })

      await fieldErrorOf(
        await seller.send('POST', '/deals', { body }),
        '/lines/0/productId',
        'not-found',
      )
    },
  ),
  check(
    'deal-input.patch',
    'deal-input',
    'a patch replaces lines as a whole, and null takes a value away',
    async ({ seller, sample }) => {
      const body = sample({ status: 'draft', nextStep: 'Call', expectedCloseDate: inDays(60) })
      const draft = await seller.client.deals.create({ body })
      const patched = await answerOf(
        await seller.send('PATCH', `/deals/${draft.id}`, {
          headers: { 'If-Match': `"${draft.revision}"` },
          body: { lines: [], nextStep: null },
        }),
        200,
        Deal,
      )

      assert.deepEqual(patched.lines, [])
      assert.equal(patched.nextStep, undefined)
      assert.equal(patched.expectedCloseDate, draft.expectedCloseDate)
    },
  ),
  check(
    'deal-input.no-price',
    'deal-input',
    'a line without a price has no amount',
    async ({ seller, sample }) => {
      const lines = (sample().lines ?? []).map(({ productId }) => ({ productId, quantity: 2 }))
      const body = sample({ status: 'draft', lines })
      const draft = await seller.client.deals.create({ body })

      for (const line of draft.lines) assert.equal(line.amount, undefined)
    },
  ),
  check(
    'event-types.timeline',
    'event-types',
    'the timeline names a creation and a change as the guide does, and no message',
    async ({ seller, sample }) => {
      const draft = await seller.client.deals.create({ body: sample({ status: 'draft' }) })
      const params = { id: draft.id }
      await seller.client.deals.update({
        ...{ params, ifMatch: draft.revision, body: { name: 'Another name' } },
      })
      await seller.client.deals.addComment({ params, body: { text: 'Hello' } })
      const { items } = await seller.client.deals.listTimeline({ params })

      assert.deepEqual(
        items.map(({ type }) => type),
        ['deal.created', 'deal.updated'],
      )
    },
  ),
]
