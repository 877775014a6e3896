import assert from 'node:assert/strict'
import { Deal } from '@prmkit/contract'
import { check } from '../../check.ts'
import { answerOf, fieldErrorOf, problemOf } from '../../expect.ts'
import { act, approved, attempt, inDays, ofVendor, seenBy } from './deal-life.ts'

export const approvedDeals = [
  ofVendor(
    'deal-actions.convert',
    'a converted deal stays approved and its stage goes on',
    async (context) => {
      const { seller, manager, discovery } = context
      const opportunity = { id: '006-4711', system: 'crm' }
      const converted = await act(manager, await approved(context), {
        action: 'convert',
        opportunity,
      })
      const deal = await seenBy(seller, converted)
      const stage = discovery.deals?.stages[0]?.value

      assert.equal(deal.status, 'approved')
      assert.partialDeepStrictEqual(deal.opportunity, opportunity)
      if (stage) {
        const moved = await seller.client.deals.update({
          params: { id: deal.id },
          ifMatch: deal.revision,
          body: { stage },
        })
        assert.equal(moved.stage, stage)
      }
    },
  ),
  ofVendor('deal-actions.close', 'an approved deal can be closed as won', async (context) => {
    const { seller } = context
    const deal = await seenBy(seller, await approved(context))
    const closed = await act(seller, deal, { action: 'close', outcome: 'won' })

    assert.equal(closed.status, 'closed')
    assert.equal(closed.closure?.outcome, 'won')
  }),
  ofVendor(
    'deal-actions.extension',
    'an extension is asked for, granted and counted',
    async (context) => {
      const { seller, manager } = context
      const deal = await seenBy(seller, await approved(context))
      const until = inDays(120)
      const asked = await act(seller, deal, {
        action: 'request_extension',
        until,
        text: 'Budget in May',
      })
      const granted = await act(manager, await seenBy(manager, asked), {
        action: 'grant_extension',
      })

      assert.equal(asked.protection?.extension?.status, 'pending')
      assert.ok(!asked.allowedActions.includes('request_extension'))
      assert.ok(granted.protection && deal.protection)
      assert.ok(granted.protection.expiresAt > deal.protection.expiresAt)
      assert.equal(granted.protection.extensionsUsed, 1)
    },
  ),
  ofVendor(
    'deal-actions.progress',
    'an approved deal can be kept up to date but not rewritten',
    async (context) => {
      const { seller } = context
      const deal = await seenBy(seller, await approved(context))
      const patch = (body: object) =>
        seller.send('PATCH', `/deals/${deal.id}`, {
          headers: { 'If-Match': `"${deal.revision}"` },
          body,
        })

      await fieldErrorOf(
        await patch({ customer: { companyName: 'Somebody else' } }),
        '/customer/companyName',
        'not-editable',
      )
      assert.equal((await patch({ nextStep: 'Demo on Monday' })).status, 200)
    },
  ),
  ofVendor(
    'deal-actions.calendar',
    'the protection’s end comes as a calendar file',
    async (context) => {
      const deal = await approved(context)
      const response = await context.seller.send('GET', `/deals/${deal.id}/calendar`, {
        headers: { Accept: 'text/calendar, application/problem+json' },
      })
      const text = await response.text()

      assert.match(response.headers.get('Content-Type') ?? '', /^text\/calendar/)
      assert.match(text, /^BEGIN:VCALENDAR\r\n/)
      assert.match(text, /\r\nDTSTART[:;]/)
      assert.ok(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75))
    },
    'protection',
  ),
  check(
    'deal-actions.no-calendar',
    'protection',
    'a registration that is not protected has no calendar',
    async ({ seller, sample }) => {
      for (const status of ['draft', 'submitted'] as const) {
        const { id } = await seller.client.deals.create({ body: sample({ status }) })

        await problemOf(await seller.send('GET', `/deals/${id}/calendar`), 'state-conflict')
      }
    },
  ),
  check(
    'deal-actions.hand-over',
    'deal-transitions',
    'a deal can be handed to a colleague, not to a stranger',
    async ({ seller, colleague, stranger, sample }) => {
      const deal = await seller.client.deals.create({ body: sample() })
      const handOver = (ownerUserId: string) =>
        attempt(seller, deal, { action: 'hand_over', ownerUserId })

      await fieldErrorOf(await handOver(stranger.me.user.id), '/ownerUserId', 'not-found')
      const handed = await answerOf(await handOver(colleague.me.user.id), 200, Deal)
      assert.equal(handed.ownerUserId, colleague.me.user.id)
    },
    ['colleague'],
  ),
]
