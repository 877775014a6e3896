import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { give } from '../../src/routes/boards/give.ts'
import { sample } from '../../src/fixtures.ts'
import type { BoardRecord, Sheet } from '../../src/store/boards.ts'
import type { PointRecord } from '../../src/store/points.ts'
import type { Store } from '../../src/store/store.ts'
import { aPartner, aPoint, aSeller, entriesIn, fillBoard, sheetOf } from '../board-records.ts'
import { later, noon, unique } from '../records.ts'

const day = 86_400_000

/** The people whom boards name, hide or forget. */
export function boardNamesSuite(opened: () => Store) {
  describe('names on boards', () => {
    let store: Store
    before(async () => {
      store = opened()
      await store.write(({ programme }) => programme.putSettings(sample.settings))
    })

    const entriesOf = (sheet: Sheet) => entriesIn(store, sheet)
    const boardWith = (points: readonly PointRecord[], more?: Partial<BoardRecord>) =>
      fillBoard(store, points, more)

    it('show and hide somebody in every sheet, also in those that come later', async () => {
      const partnerId = unique('p')
      const at = '2026-03-01T12:00:00.000Z'
      await store.write(async ({ partners, users }) => {
        await partners.put([aPartner(partnerId)])
        await users.put([aSeller('u', partnerId)])
      })
      const board = await boardWith([aPoint({ partnerId, at, userId: 'u' })], {
        ...{ subject: 'person', identity: 'opt_in', periods: ['month', 'all'] },
      })
      const subject = `${partnerId}/u`
      const seen = async (period: string) => (await entriesOf(sheetOf(board, period)))[0]?.visible
      assert.deepEqual(await store.read.boards.choice(board.id, subject), { revision: 1 })
      assert.equal(await seen('month:2026-03'), false)
      await store.write(async ({ boards }) => {
        const { revision } = await boards.lockChoice(board.id, subject)
        await boards.choose(board.id, subject, { revision: revision + 1, visible: true })
      })
      await store.write((tables) =>
        give(
          tables,
          [aPoint({ partnerId, userId: 'u', rule: board.rules[0]!, at: later(at, 40 * day) })],
          noon,
        ),
      )

      const expected = { revision: 2, visible: true }
      assert.deepEqual(await store.read.boards.choice(board.id, subject), expected)
      for (const period of ['month:2026-03', 'month:2026-04', 'all'])
        assert.equal(await seen(period), true, period)
      assert.equal(
        (await store.read.boards.size(sheetOf(board), { minCohort: 1, audience: {} })).enough,
        true,
      )
      assert.equal(
        (await store.read.boards.size(sheetOf(board), { minCohort: 2, audience: {} })).enough,
        false,
      )
      await store.write(({ users }) => users.put([aSeller('u', partnerId, { active: false })]))
      assert.equal(
        (await store.read.boards.size(sheetOf(board), { minCohort: 1, audience: {} })).enough,
        false,
      )
      await store.write(async ({ users, partners }) => {
        await users.put([aSeller('u', partnerId)])
        await partners.put([aPartner(partnerId, { active: false })])
      })
      assert.equal(
        (await store.read.boards.size(sheetOf(board), { minCohort: 1, audience: {} })).enough,
        false,
      )
    })

    it('count for the cohort only whom the audience has, also in a period that is over', async () => {
      const ids = [unique('p'), unique('p')]
      const facts = [
        { tier: 'Gold', region: 'EMEA' },
        { tier: 'Silver', region: 'EMEA', kind: 'distributor' as const },
      ]
      const board = await boardWith(ids.map((partnerId) => aPoint({ partnerId })))
      await store.write(({ partners }) =>
        partners.put(ids.map((id, index) => aPartner(id, facts[index]!))),
      )
      const enough = async (minCohort: number, audience: BoardRecord['audience']) =>
        (await store.read.boards.size(sheetOf(board), { minCohort, audience })).enough

      assert.deepEqual([await enough(2, {}), await enough(2, { regions: ['EMEA'] })], [true, true])
      const [first = ''] = ids
      for (const audience of [
        { tiers: ['Gold'] },
        { partnerKinds: ['reseller' as const] },
        { partnerIds: [first] },
        { tiers: ['Gold', 'Silver'], regions: ['EMEA'], partnerIds: [first] },
      ]) {
        assert.equal(await enough(1, audience), true, JSON.stringify(audience))
        assert.equal(await enough(2, audience), false, JSON.stringify(audience))
      }
      assert.equal(await enough(1, { regions: ['AMER'] }), false)
    })

    it('take a person’s name away and keep the sums', async () => {
      const partnerId = unique('p')
      const board = await boardWith([aPoint({ partnerId, userId: 'u' })], {
        ...{ subject: 'person', identity: 'opt_in' },
      })
      const before = await entriesOf(sheetOf(board))
      await store.write(async (tables) => {
        await tables.points.rename('u', 'gone')
        await tables.boards.rename(`${partnerId}/u`, `${partnerId}/gone`)
      })
      const after = await entriesOf(sheetOf(board))

      assert.equal(before[0]?.subject, `${partnerId}/u`)
      assert.deepEqual(
        after.map(({ subject, score, visible }) => ({ subject, score, visible })),
        [{ subject: `${partnerId}/gone`, score: 10, visible: false }],
      )
      const { items } = await store.read.points.list({ partnerIds: [partnerId] }, { limit: 10 })
      assert.deepEqual(
        items.map(({ userId }) => userId),
        ['gone'],
      )
    })
  })
}
