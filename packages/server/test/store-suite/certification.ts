import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { later, noon, unique } from '../records.ts'
import { aCertification, anAward } from '../training-records.ts'
import { all, ids } from './reading.ts'

/** Certifications, awards, and the keys that sign them. */
export function certificationSuite(opened: () => Store) {
  describe('certification', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('finds the certifications that ask for a course, published ones only', async () => {
      const courseId = unique('course')
      const courses = [{ courseId }]
      const [shown, draft] = [
        aCertification({ courses }),
        aCertification({ courses, status: 'draft' }),
      ]
      await store.write((tables) => tables.certifications.put([shown, draft]))

      assert.deepEqual(ids(await store.read.certifications.asking(courseId)), [shown.id])
    })

    it('lists the awards that end soonest first, and finds those that have ended', async () => {
      const certificationId = unique('certification')
      const awards = [
        anAward({ certificationId }),
        anAward({ certificationId, validUntil: later(noon, 20) }),
        anAward({ certificationId, validUntil: later(noon, 10) }),
        anAward({ certificationId, validUntil: later(noon, 5), status: 'revoked' }),
      ]
      await store.write((tables) => tables.awards.put(awards))
      const [endless, second, first, revoked] = ids(awards)
      const find = async (more: object = {}) => {
        const filter = { certificationIds: [certificationId], ...more }
        return ids(await all((paging) => store.read.awards.list(filter, paging)))
      }

      assert.deepEqual(await find(), [revoked, first, second, endless])
      assert.deepEqual(await find({ endsBefore: later(noon, 15), statuses: ['active'] }), [first])
      const due = await store.write((tables) => tables.awards.due(later(noon, 15), 1000))
      assert.deepEqual(
        ids(due).filter((id) => ids(awards).includes(id)),
        [first],
      )
    })

    it('finds an award by its address, numbers awards, and tells the numbers of revoked ones', async () => {
      const [from, until] = [5e8, 5e8 + 10]
      const [one, taken] = [anAward(), anAward({ place: from + 3, status: 'revoked' })]
      const far = anAward({ place: until, status: 'revoked' })
      await store.write((tables) => tables.awards.put([one, taken, far]))
      const [first, second] = await store.write(async ({ awards }) => [
        await awards.nextPlace(),
        await awards.nextPlace(),
      ])

      assert.deepEqual(await store.read.awards.byToken(one.token), one)
      assert.equal(await store.read.awards.byToken('nobody’s'), undefined)
      assert.deepEqual(await store.read.awards.revokedPlaces(from, until), [from + 3])
      assert.ok(second! > first!, `${second} comes after ${first}.`)
    })

    it('keeps the keys of badges, the newest last', async () => {
      const key = (more: object) => ({
        ...{ id: unique('badge_key'), createdAt: noon, publicKey: 'z1', secretKey: 'z2', ...more },
      })
      const [newer, older] = [key({ createdAt: later(noon, 1) }), key({})]
      await store.write(async ({ badgeKeys }) => {
        await badgeKeys.add(newer)
        await badgeKeys.add(older)
      })
      const kept = await store.read.badgeKeys.list()

      assert.deepEqual(
        kept.filter(({ id }) => [newer.id, older.id].includes(id)),
        [older, newer],
      )
    })
  })
}
