import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { aPartner } from '../board-records.ts'
import { unique } from '../records.ts'

/** Standings of partners, and whose turn it is. */
export function tiersSuite(opened: () => Store) {
  describe('tiers', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    const aStanding = (partnerId: string, reviewAt: string, tier = 'Gold') => ({
      ...{ partnerId, tier, reviewAt, revision: 1, since: '1999-01-01T00:00:00.000Z' },
    })

    it('are due by the end of review or grace, and those of inactive partners never', async () => {
      const [gone, late, soon, safe] = [unique('p'), unique('p'), unique('p'), unique('p')]
      await store.write(async ({ partners, tiers }) => {
        await partners.put([
          aPartner(gone, { active: false }),
          ...[late, soon, safe].map((id) => aPartner(id)),
        ])
        await tiers.put(aStanding(gone, '2000-01-01T00:00:00.000Z'))
        await tiers.put(aStanding(soon, '2000-01-03T00:00:00.000Z'))
        await tiers.put({
          ...aStanding(late, '2001-01-01T00:00:00.000Z'),
          graceUntil: '2000-01-02T00:00:00.000Z',
        })
        await tiers.put(aStanding(safe, '2000-01-04T00:00:00.000Z'))
      })
      const due = (limit: number) =>
        store.write(({ tiers }) => tiers.due('2000-01-04T00:00:00.000Z', limit))

      assert.deepEqual(await due(1), [late])
      assert.deepEqual(await due(9), [late, soon])
    })

    it('keep the facts of before where two of them change at one instant', async () => {
      const partnerId = unique('p')
      const until = '2026-11-01T00:00:00.000Z'
      await store.write(async ({ tiers }) => {
        await tiers.addPast({ partnerId, until, kind: 'reseller', tier: 'Silver', region: 'EMEA' })
        await tiers.addPast({ partnerId, until, kind: 'reseller', tier: 'Silver', region: 'AMER' })
      })

      const past = await store.read.tiers.past([partnerId])
      assert.deepEqual(
        past.map(({ region }) => region),
        ['EMEA'],
      )
    })

    it('are lacking for active partners until they are placed, which overwrites none', async () => {
      const [gone, fresh, old] = [unique('p'), unique('p'), unique('p')]
      const reviewAt = '2100-01-01T00:00:00.000Z'
      await store.write(async ({ partners, tiers }) => {
        await partners.put([aPartner(gone, { active: false }), aPartner(fresh), aPartner(old)])
        await tiers.put(aStanding(old, reviewAt))
      })
      const lacking = async () => {
        const ids = await store.read.tiers.unplaced(100_000)
        return [gone, fresh, old].filter((id) => ids.includes(id))
      }
      assert.deepEqual(await lacking(), [fresh])
      await store.write(({ tiers }) =>
        tiers.place([fresh, old].map((id) => aStanding(id, reviewAt, 'Silver'))),
      )

      assert.deepEqual(await lacking(), [])
      assert.equal((await store.read.tiers.standing(fresh))?.tier, 'Silver')
      assert.equal((await store.read.tiers.standing(old))?.tier, 'Gold')
    })
  })
}
