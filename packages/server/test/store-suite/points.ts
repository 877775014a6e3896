import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sample } from '../../src/fixtures.ts'
import { withinCaps } from '../../src/routes/boards/caps.ts'
import { give } from '../../src/routes/boards/give.ts'
import { rebuildBoards } from '../../src/routes/boards/rebuild.ts'
import type { BoardRecord, Sheet } from '../../src/store/boards.ts'
import type { PointRecord } from '../../src/store/points.ts'
import type { Store } from '../../src/store/store.ts'
import { aPartner, aPoint, aRule, dice, entriesIn, fillBoard, sheetOf } from '../board-records.ts'
import { later, noon, unique } from '../records.ts'

const day = 86_400_000

/** Points as they come. */
export function pointsSuite(opened: () => Store) {
  describe('points', () => {
    let store: Store
    before(async () => {
      store = opened()
      await store.write(({ programme }) => programme.putSettings(sample.settings))
    })

    const entriesOf = (sheet: Sheet) => entriesIn(store, sheet)
    const boardWith = (points: readonly PointRecord[], more?: Partial<BoardRecord>) =>
      fillBoard(store, points, more)

    it('count an event once, however often it comes and whoever brings it', async () => {
      const partnerId = unique('p')
      const point = aPoint({ partnerId })
      const board = await boardWith([point])
      const again = { ...point, id: unique('point'), rule: board.rules[0]! }
      await Promise.all(
        Array.from({ length: 5 }, () => store.write((tables) => give(tables, [again], noon))),
      )
      const [entry] = await entriesOf(sheetOf(board))

      assert.equal(entry?.score, 10)
      assert.deepEqual((await store.read.points.byKeys([point.key])).get(point.key)?.id, point.id)
    })

    it('stay below a bound alike, however many events come at once', async () => {
      const roll = dice(11)
      const rule = aRule({ id: unique('rule'), cap: { points: 30, per: 'month' } })
      const partnerId = unique('p')
      const drafts = Array.from({ length: 60 }, () => ({
        ...{ rule: rule.id, points: roll(30) - 9, at: later(noon, -roll(3) * 20 * day) },
        ...(roll(3) > 0 && { userId: `u${roll(2)}` }),
      }))
      const results: unknown[] = []
      for (const most of [1, 7, 60]) {
        const own = `${partnerId}-${most}`
        const board = await boardWith([], { rules: [rule.id] })
        await store.write(({ partners }) => partners.put([aPartner(own)]))
        const points = drafts.map((draft) => aPoint({ ...draft, partnerId: own }))
        for (let at = 0; at < points.length; at += most)
          await store.write(async (tables) => {
            const some = points.slice(at, at + most)
            await give(tables, await withinCaps(tables, some, [rule], 'Europe/Berlin'), noon)
          })
        const read = async () =>
          (await entriesOf(sheetOf(board))).flatMap(({ partnerId: id, score }) =>
            id === own ? score : [],
          )
        const kept = await read()
        await rebuildBoards(store, [board.id], noon)
        assert.deepEqual(await read(), kept)
        const given = await store.read.points.byKeys(points.map(({ key }) => key))
        results.push([kept, ...points.map(({ key }) => given.get(key)?.points)])
      }

      assert.deepEqual(results[1], results[0])
      assert.deepEqual(results[2], results[0])
    })

    it('keep nothing of points whose transaction fails', async () => {
      const partnerId = unique('p')
      const board = await boardWith([aPoint({ partnerId })])
      const failing = store.write(async (tables) => {
        await give(tables, [aPoint({ partnerId, rule: board.rules[0]! })], noon)
        throw new Error('no')
      })
      await assert.rejects(failing, /no/)

      assert.equal((await entriesOf(sheetOf(board)))[0]?.score, 10)
      assert.equal((await store.read.points.sums({ partnerIds: [partnerId] })).points, 10)
    })

    it('lose none of many events on one subject at once', async () => {
      const partnerId = unique('p')
      const board = await boardWith([aPoint({ partnerId, points: 1 })])
      await Promise.all(
        Array.from({ length: 60 }, () =>
          store.write((tables) =>
            give(tables, [aPoint({ partnerId, points: 1, rule: board.rules[0]! })], noon),
          ),
        ),
      )

      const [entry] = await entriesOf(sheetOf(board))
      assert.equal(entry?.score, 61)
      assert.equal(
        (await store.read.boards.size(sheetOf(board), { minCohort: 1, audience: {} })).entries,
        1,
      )
    })

    it('tell of a board at most once a second, and of the last points in the end', async () => {
      const board = await boardWith([aPoint({ partnerId: unique('p') })])
      const take = async (now: string) => {
        const taken = await store.write(({ boards }) => boards.takePulses(now, 100))
        return taken.boardIds.filter((id) => id === board.id)
      }
      const start = '2030-01-01T00:00:00.000Z'
      assert.deepEqual(await take(start), [board.id])
      assert.deepEqual(await take(start), [])
      await store.write(({ boards }) => boards.pulse([board.id], []))

      assert.deepEqual(await take(later(start, 999)), [])
      assert.deepEqual(await take(later(start, 1000)), [board.id])
      assert.deepEqual(await take(later(start, 9000)), [])

      // The clock was put back.
      await store.write(({ boards }) => boards.pulse([board.id], []))
      assert.deepEqual(await take(later(start, 500)), [])
      assert.deepEqual(await take(later(start, -3_600_000)), [board.id])
    })

    it('tell of some partners at a time, and of each in the end', async () => {
      const ids = Array.from({ length: 5 }, () => unique('p'))
      const take = (most: number) =>
        store.write(({ boards }) => boards.takePulses('2031-01-01T00:00:00.000Z', most))
      while ((await take(100)).partnerIds.length > 0);
      await store.write(({ boards }) => boards.pulse([], ids))
      const taken = [await take(2), await take(2), await take(2)]

      assert.deepEqual(
        taken.map(({ partnerIds, more }) => [partnerIds.length, more]),
        [
          [2, true],
          [2, true],
          [1, false],
        ],
      )
      assert.deepEqual(taken.flatMap(({ partnerIds }) => partnerIds).toSorted(), ids.toSorted())
    })

    it('add points, deeds and money up over windows, rules and validity', async () => {
      const partnerId = unique('p')
      const money = { amount: '1000.60', currency: 'EUR' }
      const points = [
        aPoint({ partnerId, amount: money }),
        aPoint({ partnerId, amount: money, at: later(noon, -40 * day), points: 5 }),
        aPoint({ partnerId, validUntil: later(noon, -1), createdAt: later(noon, -day), points: 7 }),
      ]
      await boardWith(points)
      const sums = (filter: object) =>
        store.read.points.sums({ partnerIds: [partnerId], ...filter })

      assert.deepEqual(await sums({}), { points: 22, count: 3, amounts: { EUR: 2001 } })
      assert.deepEqual((await sums({ from: later(noon, -day) })).points, 17)
      assert.deepEqual((await sums({ validAt: noon })).points, 15)
      assert.deepEqual((await sums({ rules: ['other'] })).count, 0)
    })
  })
}
