import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { count, give } from '../../src/routes/boards/give.ts'
import { rebuildBoards } from '../../src/routes/boards/rebuild.ts'
import { reversalOf } from '../../src/routes/boards/reverse.ts'
import { placePartners } from '../../src/routes/tiers/place.ts'
import { sample } from '../../src/fixtures.ts'
import { periodsAt } from '../../src/rules/boards/periods.ts'
import type { BoardRecord, RankedScore, Sheet } from '../../src/store/boards.ts'
import type { PointRecord } from '../../src/store/points.ts'
import type { Store } from '../../src/store/store.ts'
import {
  aBoard,
  aPartner,
  aPoint,
  aSeller,
  dice,
  entriesIn,
  fillBoard,
  sheetOf,
} from '../board-records.ts'
import { later, noon, unique } from '../records.ts'

const day = 86_400_000
const zone = 'Europe/Berlin'

/** Points, boards and tiers. */
export function boardsSuite(opened: () => Store) {
  describe('boards', () => {
    let store: Store
    before(async () => {
      store = opened()
      await store.write(({ programme }) => programme.putSettings(sample.settings))
    })

    const entriesOf = (sheet: Sheet) => entriesIn(store, sheet)
    const boardWith = (points: readonly PointRecord[], more?: Partial<BoardRecord>) =>
      fillBoard(store, points, more)

    /** The ranks of scores by their definition: counted one by one; the order of ties is the store's own. */
    function ranked(
      scores: readonly { subject: string; score: number }[],
      ties: Map<string, string>,
    ) {
      return scores
        .map(({ subject, score }) => ({
          ...{ subject, score, tie: ties.get(subject) ?? '' },
          above: scores.filter((other) => other.score > score).length,
          valuesAbove: new Set(
            scores.filter((other) => other.score > score).map((other) => other.score),
          ).size,
        }))
        .toSorted((one, other) =>
          other.score === one.score ? (one.tie < other.tie ? -1 : 1) : other.score - one.score,
        )
    }
    const facts = ({ subject, score, tie, above, valuesAbove }: RankedScore) => ({
      ...{ subject, score, tie, above, valuesAbove },
    })

    it('rank 400 scores of every size as their definition does, from every place on', async () => {
      const roll = dice(7)
      const own = unique('p')
      const points = Array.from({ length: 400 }, (_, index) =>
        aPoint({
          partnerId: `${own}-${index}`,
          points: [roll(5) + 1, roll(3000) + 1, roll(1_000_000) + 1, -roll(50) - 1][roll(4)]!,
        }),
      )
      const board = await boardWith(points)
      const sheet = sheetOf(board)
      const all = (await entriesOf(sheet)).map(facts)
      const expected = ranked(
        points.map(({ partnerId, points: score }) => ({ subject: partnerId, score })),
        new Map(all.map(({ subject, tie }) => [subject, tie])),
      )

      assert.deepEqual(all, expected)
      for (const [ordinal, entry] of expected.entries()) {
        if (ordinal % 23 !== 0) continue
        const page = await store.read.boards.entries(sheet, { at: entry, above: 3, below: 5 })
        const around = expected.slice(Math.max(0, ordinal - 3), ordinal + 5)
        assert.deepEqual(page.map(facts), around)
        const standing = await store.read.boards.standing(sheet, entry.subject)
        assert.deepEqual(standing && facts(standing), entry)
        const same = expected.filter(({ score }) => score === entry.score).length
        assert.equal(standing?.ties, same - 1)
      }
      const subjects = expected.slice(0, 9).map(({ subject }) => subject)
      const places = await store.read.boards.places(sheet, subjects)
      assert.deepEqual(
        subjects.map((subject) => facts(places.get(subject)!)),
        expected.slice(0, 9),
      )
      const end = { score: -1_000_000, tie: '' }
      const below = await store.read.boards.entries(sheet, { at: end, above: 0, below: 5 })
      assert.deepEqual(below, [])
      assert.equal(
        (await store.read.boards.size(sheet, { minCohort: 400, audience: {} })).entries,
        400,
      )
    })

    it('order a tie by nothing that follows from ids, differently in each sheet, and page through it', async () => {
      const own = unique('p')
      const ids = Array.from({ length: 40 }, (_, index) => `${own}-${index + 10}`)
      const board = await boardWith(ids.map((partnerId) => aPoint({ partnerId, points: 5 })))
      const [sheet, month] = [sheetOf(board), sheetOf(board, 'month:2026-03')]
      const orders = [await entriesOf(sheet), await entriesOf(month)].map((all) =>
        all.map(({ subject }) => subject),
      )
      const paged: string[] = []
      for (let at = { score: 5, tie: '' }; paged.length < ids.length;) {
        const page = await store.read.boards.entries(sheet, { at, above: 0, below: 7 })
        const [next, ...rows] = page.toReversed()
        const last = paged.length + page.length === ids.length
        paged.push(...(last ? page : rows.toReversed()).map(({ subject }) => subject))
        at = next!
      }

      assert.deepEqual(paged, orders[0])
      assert.deepEqual(orders[0]?.toSorted(), ids)
      // Of 40 in an order by chance, half or so follow one that is smaller.
      for (const order of [...orders, orders[0]!.map((id) => ids[orders[1]!.indexOf(id)]!)]) {
        const rises = order.filter((id, at) => at > 0 && id > order[at - 1]!).length
        assert.ok(rises > 6 && rises < 33, `${rises} of 39 rise: ${order.join()}`)
      }
    })

    it('add random histories up to the same numbers as a recount does', async () => {
      for (const seed of [1, 2, 3, 4]) {
        const roll = dice(seed)
        const rule = unique('rule')
        const own = unique('p')
        const ids = Array.from({ length: 6 }, (_, index) => `${own}-${index}`)
        const tiers = ['Silver', 'Gold']
        const contest = { from: later(noon, -20 * day), until: later(noon, 5 * day), prizes: [] }
        const boards = [
          aBoard({ rules: [rule], subject: 'person', identity: 'opt_in', contest }),
          aBoard({ rules: [rule], scope: 'tier', periods: ['month', 'quarter', 'all'] }),
          aBoard({ rules: [rule], subject: 'person', scope: 'team', ranking: 'dense' }),
          aBoard({ rules: [rule], audience: { tiers: ['Gold'] } }),
          aBoard({
            ...{ rules: [rule], subject: 'person', identity: 'opt_in' as const, scope: 'tier' },
            audience: { tiers: ['Gold'], roles: ['partner_admin'] },
          }),
        ]
        await store.write(async (tables) => {
          await tables.boards.put(boards)
          // One that has left keeps its points in its field.
          const facts = (id: string) => ({ tier: tiers[roll(2)]!, active: id !== ids[0] })
          await tables.partners.put(ids.map((id) => aPartner(id, facts(id))))
          const role = { role: 'partner_admin' } as const
          await tables.users.put([aSeller('u0', ids[0]!), aSeller('u1', ids[0]!, role)])
        })
        const given: PointRecord[] = []
        let now = noon
        for (let step = 0; step < 60; step++) {
          now = later(now, roll(day))
          await store.write(async (tables) => {
            const partnerId = ids[roll(ids.length)]!
            const victim = given[roll(given.length)]
            switch (roll(8)) {
              case 0: {
                const open = victim && (await tables.points.lock(victim.id))
                if (!open || open.reversedBy !== undefined) break
                const reversal = reversalOf(open, { code: 'test' }, now)
                await tables.points.update({ ...open, reversedBy: reversal.id })
                await give(tables, [reversal], now)
                break
              }
              case 1: {
                const [partner] = await tables.partners.many([partnerId])
                await placePartners(tables, [{ ...partner!, tier: tiers[roll(2)]! }], now)
                break
              }
              case 2:
                // Points come twice.
                if (victim) await give(tables, [{ ...victim, id: unique('point') }], now)
                break
              case 3:
                await count(tables, await tables.points.expire(now, 100), now, { expired: true })
                break
              default: {
                const at = later(now, -roll(70) * day)
                const point = aPoint({
                  ...{ partnerId, rule, points: roll(2000) - 200, at, createdAt: now },
                  ...(roll(4) > 0 && { userId: `u${roll(3)}` }),
                  ...(roll(3) === 0 && { validUntil: later(at, roll(90) * day) }),
                })
                given.push(...(await give(tables, [point], now)))
              }
            }
          })
        }
        const periods = new Set(
          given.flatMap(({ at }) => boards.flatMap((board) => periodsAt(board, at, zone))),
        )
        const read = async () => {
          const found: Record<string, unknown> = {}
          for (const board of boards)
            for (const period of [...periods].toSorted())
              for (const group of await store.read.boards.groups(board.id, period))
                found[`${board.id} ${period} ${group}`] = await entriesOf(
                  sheetOf(board, period, group),
                )
          return found
        }
        const kept = await read()
        await rebuildBoards(
          store,
          boards.map(({ id }) => id),
          now,
        )

        assert.ok(Object.keys(kept).length > 10)
        assert.deepEqual(await read(), kept, `history ${seed}`)
      }
    })
  })
}
