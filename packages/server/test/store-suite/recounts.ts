import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { rebuildBoard, rebuildBoards } from '../../src/routes/boards/rebuild.ts'
import { renewScores } from '../../src/routes/boards/renew-scores.ts'
import { sample } from '../../src/fixtures.ts'
import type { BoardRecord, Sheet } from '../../src/store/boards.ts'
import type { PointRecord } from '../../src/store/points.ts'
import type { Store } from '../../src/store/store.ts'
import { aPartner, aPoint, entriesIn, fillBoard, sheetOf } from '../board-records.ts'
import { noon, unique } from '../records.ts'

/** Recounts of boards, from the points that are kept. */
export function recountsSuite(opened: () => Store) {
  describe('boards that are counted anew', () => {
    let store: Store
    before(async () => {
      store = opened()
      await store.write(({ programme }) => programme.putSettings(sample.settings))
    })

    const entriesOf = (sheet: Sheet) => entriesIn(store, sheet)
    const boardWith = (points: readonly PointRecord[], more?: Partial<BoardRecord>) =>
      fillBoard(store, points, more)

    it('are recounted several in one transaction', async () => {
      const partnerId = unique('p')
      const made = (scope: 'tier' | 'region') =>
        boardWith([aPoint({ partnerId, points: 7 })], { scope })
      const boards = [await made('tier'), await made('region')]

      await store.write(async (tables) => {
        await tables.partners.put([aPartner(partnerId, { tier: 'Gold', region: 'EMEA' })])
        for (const board of boards) await rebuildBoard(tables, board, noon)
      })

      for (const [index, group] of ['Gold', 'EMEA'].entries())
        assert.equal((await entriesOf(sheetOf(boards[index]!, 'all', group)))[0]?.score, 7, group)
    })

    it('with an audience are recounted once where they were counted by another rule', async () => {
      const [gold, silver] = [unique('p'), unique('p')]
      const board = await boardWith([aPoint({ partnerId: gold }), aPoint({ partnerId: silver })], {
        audience: { tiers: ['Gold'] },
      })
      await store.write(({ partners }) =>
        partners.put([aPartner(gold, { tier: 'Gold' }), aPartner(silver, { tier: 'Silver' })]),
      )
      const sheet = sheetOf(board)
      const spoil = () =>
        store.write(({ boards }) =>
          boards.add([{ sheet, subject: silver, partnerId: silver, points: 5 }], new Map()),
        )
      const ids = async () => (await entriesOf(sheet)).map(({ subject }) => subject)
      await spoil()
      assert.deepEqual(await ids(), [silver])
      await renewScores(store, { now: noon, rule: 7 })
      assert.deepEqual(await ids(), [gold])
      await spoil()
      await renewScores(store, { now: noon, rule: 7 })
      assert.deepEqual((await ids()).toSorted(), [gold, silver].toSorted())
    })

    it('are mended by a recount where scores are wrong, missing or too many', async () => {
      const ids = Array.from({ length: 9 }, () => unique('p')).toSorted()
      const scores = [10, 10, 900, 1500, 1500, 2_000_000, 2_000_000, 2_000_001, 5]
      const points = ids.map((partnerId, index) => aPoint({ partnerId, points: scores[index]! }))
      const board = await boardWith(points)
      const sheet = sheetOf(board)
      const read = async () => [
        ...(await Promise.all([sheet, sheetOf(board, 'month:2026-03')].map(entriesOf))),
        await Promise.all(ids.map((id) => store.read.boards.standing(sheet, id))),
      ]
      const right = await read()
      const recount = () => rebuildBoards(store, [board.id], noon)
      const change = (subject: string, more: number) => ({
        ...{ sheet, subject, partnerId: subject },
        points: more,
      })
      const wrong = [
        ...[change(ids[0]!, 5), change(ids[3]!, -1500), change(ids[6]!, 1), change(ids[8]!, 2)],
        change(unique('nobody'), 1500),
      ]
      await store.write(({ boards }) => boards.add(wrong, new Map([[board.id, true]])))
      assert.notDeepEqual(await read(), right)
      await recount()
      assert.deepEqual(await read(), right)

      await store.write(async ({ boards }) => {
        await boards.remove([board.id])
        await boards.put([board])
      })
      assert.deepEqual((await read())[0], [])
      await recount()
      assert.deepEqual(await read(), right)
      await recount()
      assert.deepEqual(await read(), right)
    })
  })
}
