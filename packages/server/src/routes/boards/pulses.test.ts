import assert from 'node:assert/strict'
import { mock, test, type TestContext } from 'node:test'
import { aBoard, aPoint, aRule } from '../../../test/board-records.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'
import { seed } from '../../index.ts'
import type { Services } from '../../services.ts'
import { give } from './give.ts'
import { followBoards } from './pulses.ts'

const start = Date.parse('2026-05-01T12:00:00.000Z')

/** A board that is followed by a clock which stands until it is moved. */
async function follow(t: TestContext) {
  mock.timers.enable({ apis: ['setTimeout'] })
  t.after(() => mock.timers.reset())
  const store = memoryStore()
  await seed(store)
  await store.write(async (tables) => {
    await tables.programme.putPointRules({ rules: [aRule()], lateDays: 31 })

    await tables.boards.put([aBoard({ id: 'sales' })])
  })
  let time = start
  const clock = () => time
  const now = () => new Date(time).toISOString()
  const log = { info() {}, warn: assert.fail, error: assert.fail }
  const pulses = followBoards({ store, clock, now, log } as unknown as Services)
  t.after(() => pulses.close())
  return {
    ...{ store, now },
    /** Gives points, whose transaction wakes whoever tells of boards. */
    give: () => store.write((tables) => give(tables, [aPoint({ partnerId: 'north' })], now())),
    /** Lets so many milliseconds pass, and answers how often the board was told of until then. */
    async after(milliseconds: number): Promise<number> {
      time += milliseconds
      mock.timers.tick(milliseconds)
      // A write takes its turn after the one that tells.
      await store.write(async () => {})
      const { events } = (await store.read.events.after(undefined, 100))!
      return events.filter(({ resourceId }) => resourceId === 'sales').length
    },
    setClock: (instant: number) => (time = instant),
  }
}

test('a board is told of at once where nothing was told for a second', async (t) => {
  const board = await follow(t)
  await board.give()
  assert.equal(await board.after(0), 1)
  // Its own event wakes it once more.
  assert.equal(await board.after(1000), 1)
  await board.after(1000)
  await board.give()

  assert.equal(await board.after(0), 2)
})

test('points that follow others are told of when the second is over, however many there are', async (t) => {
  const board = await follow(t)
  await board.give()
  assert.equal(await board.after(0), 1)
  await board.after(400)
  for (let round = 0; round < 5; round++) {
    await board.give()
    assert.equal(await board.after(100), 1)
  }

  assert.equal(await board.after(99), 1)
  assert.equal(await board.after(1), 2)
})

test('a board that another process told of waits a tenth of a second too long at most', async (t) => {
  const board = await follow(t)
  await board.give()
  const other = await board.store.write(({ boards }) => boards.takePulses(board.now(), 9))
  assert.deepEqual(other.boardIds, ['sales'])
  await board.give()

  assert.equal(await board.after(950), 0)
  assert.equal(await board.after(100), 1)
})

test('a clock that is put back keeps nobody waiting for more than a second', async (t) => {
  const board = await follow(t)
  await board.give()
  assert.equal(await board.after(0), 1)
  board.setClock(start - 3_600_000)
  await board.give()

  assert.equal(await board.after(999), 1)
  assert.equal(await board.after(1), 2)
})
