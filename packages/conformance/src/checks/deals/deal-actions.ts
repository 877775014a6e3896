import assert from 'node:assert/strict'
import { dealTransitions, type DealTransition } from '@prmkit/contract'
import { check } from '../../check.ts'
import { fieldErrorOf, problemOf } from '../../expect.ts'
import {
  act,
  approved,
  attempt,
  inDays,
  ofVendor,
  reason,
  seenBy,
  underReview,
} from './deal-life.ts'

export const dealActions = [
  check(
    'deal-actions.foreign-role',
    'deal-transitions',
    'a partner cannot decide',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample() })
      const row: DealTransition[] = dealTransitions.filter(({ actor }) => actor === 'vendor')

      assert.ok(row.every(({ action }) => !deal.allowedActions.includes(action)))
      await problemOf(await attempt(seller, deal, { action: 'start_review' }), 'forbidden')
    },
  ),
  check(
    'deal-actions.unknown',
    'strict-requests',
    'an action that does not exist is refused',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample() })

      await fieldErrorOf(await attempt(seller, deal, { action: 'celebrate' }), '/action')
    },
  ),
  check(
    'deal-actions.withdraw',
    'deal-transitions',
    'the partner can withdraw, once',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample() })
      const withdrawn = await act(seller, deal, { action: 'withdraw' })

      assert.equal(withdrawn.status, 'withdrawn')
      assert.deepEqual(
        withdrawn.allowedActions.filter((action) => action !== 'undo'),
        [],
      )
      await problemOf(await attempt(seller, withdrawn, { action: 'withdraw' }), 'state-conflict')
    },
  ),
  check(
    'deal-actions.undo',
    'deal-transitions',
    'who withdrew a registration can undo that, once, and it is as it was',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample() })
      const withdrawn = await act(seller, deal, { action: 'withdraw' })
      assert.ok(withdrawn.allowedActions.includes('undo'), '“undo” is not offered.')
      const restored = await act(seller, withdrawn, { action: 'undo' })

      assert.equal(restored.status, 'submitted')
      assert.equal(restored.submittedAt, deal.submittedAt)
      assert.ok(restored.revision > withdrawn.revision)
      await problemOf(await attempt(seller, restored, { action: 'undo' }), 'state-conflict')
    },
    ['deals', 'writing'],
  ),
  check(
    'deal-actions.undo-others',
    'deal-transitions',
    'nobody undoes what another did, nor after a message',
    async ({ seller, manager, sample }) => {
      const deal = await seller.client.deals.create({ body: sample() })
      const withdrawn = await act(seller, deal, { action: 'withdraw' })
      const seen = await seenBy(manager, withdrawn)
      assert.ok(!seen.allowedActions.includes('undo'))
      await problemOf(await attempt(manager, seen, { action: 'undo' }), 'state-conflict')
      const params = { id: deal.id }
      await manager.client.deals.addComment({ params, body: { text: 'A pity.' } })

      await problemOf(await attempt(seller, withdrawn, { action: 'undo' }), 'state-conflict')
    },
    ['deals', 'writing', 'manager'],
  ),
  ofVendor(
    'deal-actions.approve',
    'an approval starts a protection until its day ends',
    async (context) => {
      const deal = await approved(context)
      const shown = await seenBy(context.seller, deal)

      assert.equal(shown.status, 'approved')
      assert.ok(shown.protection)
      const end = Date.parse(shown.protection.expiresAt)
      const localTime = new Intl.DateTimeFormat('en-GB', {
        timeZone: context.discovery.timeZone,
        dateStyle: 'short',
        timeStyle: 'medium',
      })
      const day = (instant: number) => localTime.format(instant).slice(0, 10)
      assert.notEqual(day(end - 1), day(end + 1000), 'The protection does not end with a day.')
    },
    'protection',
  ),
  ofVendor('deal-actions.approve-past', 'an approval cannot end in the past', async (context) => {
    const deal = await underReview(context)
    const body = { action: 'approve', protectedUntil: '2020-01-01' }

    await fieldErrorOf(await attempt(context.manager, deal, body), '/protectedUntil', 'in-the-past')
  }),
  ofVendor(
    'deal-actions.return',
    'a returned registration opens just the named fields',
    async (context) => {
      const { seller, manager } = context
      const editableFields = ['/problem', '/customer/city']
      const returned = await act(manager, await underReview(context), {
        action: 'return',
        reason,
        respondUntil: inDays(7),
        editableFields,
      })
      const deal = await seenBy(seller, returned)
      const patch = (body: object) =>
        seller.send('PATCH', `/deals/${deal.id}`, {
          headers: { 'If-Match': `"${deal.revision}"` },
          body,
        })

      assert.equal(deal.status, 'action_required')
      assert.partialDeepStrictEqual(deal.statusReason, reason)
      assert.deepEqual(deal.editableFields.toSorted(), editableFields.toSorted())
      assert.ok(deal.respondBy)
      await fieldErrorOf(await patch({ name: 'Other' }), '/name', 'not-editable')
      assert.equal((await patch({ customer: { city: 'Ulm' } })).status, 200)
      const resubmitted = await act(seller, await seenBy(seller, deal), { action: 'resubmit' })
      assert.equal(resubmitted.status, 'submitted')
    },
  ),
  ofVendor('deal-actions.reason', 'a return without a reason is refused', async (context) => {
    const body = { action: 'return', respondUntil: inDays(7), editableFields: ['/problem'] }

    await fieldErrorOf(await attempt(context.manager, await underReview(context), body), '/reason')
    const empty = { ...body, reason: { code: ' ' } }
    const refused = await attempt(context.manager, await underReview(context), empty)
    await fieldErrorOf(refused, '/reason/code')
  }),
  ofVendor(
    'deal-actions.reject',
    'a rejected registration can be mended and sent in again',
    async (context) => {
      const { seller, manager } = context
      const rejected = await act(manager, await underReview(context), { action: 'reject', reason })
      const deal = await seenBy(seller, rejected)

      assert.equal(deal.status, 'rejected')
      assert.ok(deal.allowedActions.includes('resubmit'))
      assert.equal((await act(seller, deal, { action: 'resubmit' })).status, 'submitted')
    },
  ),
  ofVendor(
    'deal-actions.appeal',
    'a declined registration can be appealed once',
    async (context) => {
      const { seller, manager } = context
      const decline = { action: 'decline', reason } as const
      const declined = await act(manager, await underReview(context), decline)
      const appealed = await act(seller, await seenBy(seller, declined), {
        action: 'appeal',
        text: 'The customer asked us first.',
      })
      const again = await act(manager, await seenBy(manager, appealed), decline)

      assert.equal(appealed.status, 'under_review')
      assert.ok(!(await seenBy(seller, again)).allowedActions.includes('appeal'))
      await problemOf(
        await attempt(seller, again, { action: 'appeal', text: 'Once more.' }),
        'state-conflict',
      )
    },
  ),
  ofVendor(
    'deal-actions.duplicate',
    'a duplicate is final for the partner but for an appeal',
    async (context) => {
      const deal = await act(context.manager, await underReview(context), {
        action: 'mark_duplicate',
      })
      const shown = await seenBy(context.seller, deal)

      assert.equal(shown.status, 'duplicate')
      assert.deepEqual(shown.allowedActions, ['appeal'])
    },
  ),
]
