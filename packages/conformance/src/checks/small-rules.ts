import assert from 'node:assert/strict'
import { Session } from '@prmkit/contract'
import { check } from '../check.ts'
import { answerOf, fieldErrorOf, problemOf } from '../expect.ts'
import { approved, ofVendor, seenBy } from './deals/deal-life.ts'

export const smallRules = [
  check(
    'business-hours.form',
    'business-hours',
    'business hours are ISO weekdays with a beginning before their end',
    async ({ discovery: { businessHours, timeZone } }) => {
      const { days, from, to } = businessHours
      const hour = /^([01]\d|2[0-3]):[0-5]\d$/

      assert.ok(
        days.length > 0 && days.every((day) => day >= 1 && day <= 7),
        `days is ${JSON.stringify(days)}, expected numbers from 1 for Monday to 7 for Sunday.`,
      )
      assert.match(from, hour)
      assert.match(to === '24:00' ? '23:59' : to, hour)
      assert.ok(from < to, `They begin at ${from} and end at ${to}.`)
      assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone }), timeZone)
    },
  ),
  check(
    'sessions.no-origin',
    'sessions',
    'a request without an origin is taken whatever the session’s origins are',
    async ({ target, send, vendor }) => {
      const session = await vendor.send('POST', '/sessions', {
        body: { ...target.seller, origins: ['https://partners.example'] },
      })
      const { token } = await answerOf(session, 201, Session)
      const headers = { Authorization: `Bearer ${token}` }

      assert.equal((await send('GET', '/me', { headers })).status, 200)
    },
  ),
  check(
    'viewing.needs-partner',
    'viewing',
    'who views names a partner, and nobody but a manager views',
    async ({ target, seller, vendor }) => {
      const create = (body: object) => vendor.send('POST', '/sessions', { body })
      const partnerId = seller.me.partner?.id

      await fieldErrorOf(
        await create({ ...target.manager, viewAs: true }),
        '/partnerId',
        'required',
      )
      await fieldErrorOf(
        await create({ ...target.manager, partnerId }),
        '/partnerId',
        'not-an-option',
      )
      await problemOf(await create({ ...target.seller, partnerId, viewAs: true }), 'forbidden')
    },
    ['manager'],
  ),
  check(
    'refusal-order.faults',
    'refusal-order',
    'of several faults the first in the guide’s order is told',
    async ({ send, seller, sample, stranger }) => {
      const misspelt = { body: { nmae: 'x' } }
      await problemOf(await send('POST', '/deals', misspelt), 'token-missing')
      await problemOf(
        await seller.send('POST', '/deals', {
          headers: { 'Content-Type': 'text/plain', 'Idempotency-Key': '' },
          body: '{',
        }),
        'unsupported-media-type',
      )
      const { id, revision } = await seller.client.deals.create({ body: sample() })
      const path = `/deals/${id}/actions`
      const headers = { 'If-Match': `"${revision + 7}"` }
      const body = { action: 'start_review' }
      await problemOf(await stranger.send('POST', path, { headers, body }), 'not-found')
      await problemOf(await seller.send('POST', path, { body }), 'revision-missing')
      await problemOf(await seller.send('POST', path, { headers, body }), 'revision-stale')
    },
    ['deals', 'writing'],
  ),
  {
    ...ofVendor(
      'instants.end-of-day',
      'a protection ends with a last millisecond',
      async (context) => {
        const deal = await approved(context)
        const { protection } = await seenBy(context.seller, deal)
        const end = protection?.expiresAt ?? ''

        assert.match(end, /:59\.999Z$/, `It ends at ${end}.`)
      },
      'instants',
    ),
    needs: ['deals', 'writing', 'manager'] as const,
  },
]
