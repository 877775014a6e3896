import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import { createApp, memoryFiles, seed, type Store } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { give } from '../src/routes/boards/give.ts'
import { rebuildBoard, rebuildBoards } from '../src/routes/boards/rebuild.ts'
import { aBoard, aPoint, aRule, aSeller } from './board-records.ts'
import { startChild } from './child.ts'
import { startPostgres, type NativePostgres } from './native-postgres.ts'
import { noon } from './records.ts'

describe('boards over one PostgreSQL', () => {
  let server: NativePostgres
  let databaseUrl: string
  let store: Store

  before(async () => {
    server = await startPostgres()
    databaseUrl = await server.database()
    store = await openStore({ databaseUrl, connections: 20 })
    await seed(store)
  })
  after(async () => {
    await store.close()
    await server.stop()
  })

  const sheetOf = (boardId: string) => ({ boardId, period: 'all', group: '' })
  const scoreOf = async (boardId: string, subject: string) =>
    (await store.read.boards.standing(sheetOf(boardId), subject))?.score ?? 0

  it('end in the right sum after 200 events on one person at once and a kill -9', async () => {
    const board = aBoard({ id: 'killed', subject: 'person', rules: ['kill'] })
    await store.write(({ boards }) => boards.put([board]))
    // The other process gives points until it is killed, and says which it has committed.
    const child = await startChild('givePoints', { databaseUrl })
    const told = new Set<string>()
    child.on('message', (key: string) => told.add(key))
    // Twenty at a time, each of them ten: as many as there are connections.
    const own = Array.from({ length: 20 }, async (_, worker) => {
      for (let index = 0; index < 10; index++) {
        const key = `own ${worker} ${index}`
        const point = aPoint({ userId: 'sam', rule: 'kill', points: 1, key })
        await store.write((tables) => give(tables, [point], noon))
        if (worker !== 0 || index !== 5) continue
        while (told.size === 0) await once(child, 'message')
        child.kill('SIGKILL')
      }
    })
    await Promise.all([...own, once(child, 'exit')])
    const { points, count } = await store.read.points.sums({ rules: ['kill'] })
    const kept = await store.read.points.byKeys([...told])

    assert.ok(told.size > 0, 'the other process took part')
    assert.equal(kept.size, told.size, 'nothing that was committed is lost')
    assert.ok(count >= 200 + told.size)
    assert.equal(await scoreOf('killed', 'north/sam'), points)
    // It begins anew and brings the same events again.
    await store.write((tables) =>
      give(
        tables,
        [...told].map((key) => aPoint({ key, userId: 'sam', rule: 'kill', points: 1 })),
        noon,
      ),
    )
    assert.equal(await scoreOf('killed', 'north/sam'), points)
  })

  it('lose no event that comes while a board begins to count others', async () => {
    const board = aBoard({ id: 'edited', rules: ['old'] })
    await store.write((tables) => tables.boards.put([board]))
    const giveTwelve = async (partnerId: string) => {
      for (let index = 0; index < 12; index++) {
        const point = aPoint({ partnerId, rule: index % 2 ? 'old' : 'new', points: 1 })
        await store.write((tables) => give(tables, [point], noon))
      }
    }
    const edits = async () => {
      for (const rules of [['old', 'new'], ['new'], ['old'], ['old', 'new']])
        await store.write(async (tables) => {
          await tables.boards.put([{ ...board, rules }])
          await rebuildBoard(tables, { ...board, rules }, noon)
        })
    }
    const partners = ['north', 'south', 'hub']
    await Promise.all([...partners.map(giveTwelve), edits()])

    for (const partnerId of partners) assert.equal(await scoreOf('edited', partnerId), 12)
  })

  it('answer the event that is kept to requests that bring one key at once', async () => {
    await store.write(({ programme }) =>
      programme.putPointRules({ rules: [aRule({ id: 'raced' })], lateDays: 31 }),
    )
    const app = createApp({ store, fileStore: memoryFiles(), apiKeys: ['sk_race'] })
    const bring = async (partnerId: string, points: number) => {
      const row = { externalIds: { key: 'raced' }, rule: 'raced', points, partnerId }
      const init = {
        ...{ method: 'POST', body: JSON.stringify({ rows: [row] }) },
        headers: {
          ...{ authorization: 'Bearer sk_race', 'content-type': 'application/json' },
          'idempotency-key': crypto.randomUUID(),
        },
      }
      const answer = await app.fetch(new Request('http://race.example/v1/points/bulk', init))
      const { rows } = (await answer.json()) as { rows: { result: string; id: string }[] }
      return { partnerId, points, ...rows[0]! }
    }
    const partners = ['north', 'south', 'hub', 'north', 'south', 'hub']
    const answers = await Promise.all(partners.map((id, index) => bring(id, index < 3 ? 5 : 6)))
    app.close()
    const { items } = await store.read.points.list({ rules: ['raced'] }, { limit: 9 })

    assert.equal(items.length, 1)
    const [kept] = items
    for (const { id, result, partnerId, points } of answers) {
      assert.equal(id, kept!.id)
      const isKept = partnerId === kept!.partnerId && points === kept!.points
      assert.equal(result, isKept ? 'created' : 'refused')
    }
  })

  it('count the same in two processes at once as a recount does', async () => {
    const boards = [
      aBoard({ id: 'parallel', rules: ['both'], ranking: 'dense' }),
      aBoard({ id: 'people', rules: ['both'], subject: 'person', scope: 'tier' }),
    ]
    await store.write(async (tables) => {
      await tables.boards.put(boards)
      await tables.users.put(Array.from({ length: 5 }, (_, index) => aSeller(`u${index}`, 'north')))
    })
    const other = await openStore({ databaseUrl, connections: 4 })
    const partners = ['north', 'south', 'hub']
    await Promise.all(
      [store, other].flatMap((one, process) =>
        Array.from({ length: 60 }, (_, index) =>
          one.write((tables) => {
            const many = Array.from({ length: 1 + (index % 4) }, (__, part) =>
              aPoint({
                ...{ partnerId: partners[(index + part) % 3]!, rule: 'both' },
                points: 1 + ((index * 37 + process) % 1500),
                userId: `u${index % 5}`,
              }),
            )
            return give(tables, many, noon)
          }),
        ),
      ),
    )
    await other.close()
    const read = async () =>
      Promise.all(
        boards.flatMap(({ id }) =>
          ['', 'Gold'].map((group) =>
            store.read.boards.entries({ ...sheetOf(id), group }, { above: 0, below: 100 }),
          ),
        ),
      )
    const kept = await read()
    await rebuildBoards(store, ['parallel', 'people'], noon)

    assert.ok(kept.flat().length > 5)
    assert.deepEqual(await read(), kept)
  })
})
