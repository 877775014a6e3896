import assert from 'node:assert/strict'
import { pageOf, TierChange, TierList, TierStanding } from '@prmkit/contract'
import { check, needing } from '../../check.ts'
import type { Context } from '../../context.ts'
import { answerOf, problemOf, skip } from '../../expect.ts'
import { requireOffered } from '../operations/operations.ts'

const ChangePage = pageOf(TierChange)

const tierChecks = [
  check(
    'tiers.progress',
    'tiers',
    'a partner reads its tier, what is missing, and the next tier of the list',
    async ({ seller }: Context) => {
      const { items } = await answerOf(await seller.send('GET', '/tiers'), 200, TierList)
      assert.deepEqual(
        items.map(({ position }) => position),
        items.map((_, index) => index + 1),
      )
      const mine = await answerOf(await seller.send('GET', '/tiers/mine'), 200, TierStanding)
      const place = items.findIndex(({ id }) => id === mine.tier?.id)
      assert.equal(mine.next?.tier.id, items[place + 1]?.id)
      for (const one of [...mine.requirements, ...(mine.next?.requirements ?? [])])
        assert.equal(one.missing, Math.max(0, one.minimum - one.current), one.id)
    },
  ),
  check(
    'tiers.changes',
    'tiers',
    'the vendor gives a tier with a reason against the revision it read, and the change is told',
    async (context: Context) => {
      const { seller, stranger, vendor } = context
      await requireOffered('tiers.set', context)
      const partnerId = seller.me.partner?.id ?? ''
      const path = `/partners/${partnerId}/tier`
      const { items } = await answerOf(await seller.send('GET', '/tiers'), 200, TierList)
      const before = await answerOf(await vendor.send('GET', path), 200, TierStanding)
      const other = items.find(({ id }) => id !== before.tier?.id)
      if (!other || !before.tier) skip('The programme has one tier, or the seller has none.')
      const set = (tier: string, revision: number) =>
        vendor.send('POST', path, {
          headers: { 'If-Match': `"${revision}"` },
          body: { tier, reason: { code: 'merit', text: 'Tried by the kit.' } },
        })
      const { errors = [] } = await problemOf(
        await set('no-such-tier', before.revision),
        'validation-failed',
      )
      assert.deepEqual(
        errors.map(({ pointer }) => pointer),
        ['/tier'],
      )
      const given = await answerOf(await set(other.id, before.revision), 200, TierStanding)
      await problemOf(await set(before.tier.id, before.revision), 'revision-stale')

      const mine = await answerOf(await seller.send('GET', '/tiers/mine'), 200, TierStanding)
      assert.deepEqual([mine.tier?.id, mine.revision], [other.id, given.revision])
      const changes = `/tier-changes?partnerId=${partnerId}`
      const told = await answerOf(await seller.send('GET', changes), 200, ChangePage)
      const { from, to, reason } = told.items[0] ?? {}
      assert.deepEqual([from, to, reason?.text], [before.tier.id, other.id, 'Tried by the kit.'])
      const foreign = await answerOf(await stranger.send('GET', changes), 200, ChangePage)
      assert.deepEqual(foreign.items, [])
      await answerOf(await set(before.tier.id, given.revision), 200, TierStanding)
    },
    ['writing'],
  ),
  check(
    'tiers.set',
    'tiers',
    'a partner chooses no tier, also not its own',
    async (context: Context) => {
      const { seller } = context
      await requireOffered('tiers.set', context)
      const path = `/partners/${seller.me.partner?.id}/tier`
      const body = { tier: 'any', reason: { code: 'merit' } }
      const headers = { 'If-Match': '"1"' }

      await problemOf(await seller.send('GET', path), 'forbidden')
      await problemOf(await seller.send('POST', path, { body, headers }), 'forbidden')
    },
    ['writing'],
  ),
]

export const tiers = needing(['tiers'], tierChecks)
