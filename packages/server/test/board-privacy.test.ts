import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BoardRecord } from '../src/store/boards.ts'
import { give } from '../src/routes/boards/give.ts'
import { placePartners } from '../src/routes/tiers/place.ts'
import { testApp, type Person } from './app.ts'
import { aBoard, aPartner, aPoint, aRule } from './board-records.ts'

const october = '2026-10-10T10:00:00.000Z'
const november = '2026-11-10T10:00:00.000Z'

/** The app with one board of companies, by the month, and points that are in order of their instant. */
async function open(
  board: Partial<BoardRecord>,
  points: readonly [partnerId: string, points: number, at: string][],
) {
  const app = await testApp()
  await app.store.write(async (tables) => {
    await tables.programme.putPointRules({ rules: [aRule()], lateDays: 60 })
    await tables.boards.put([aBoard({ id: 'b', periods: ['month'], ...board })])
    const known = await tables.partners.many(points.map(([id]) => id))
    const fresh = points.filter(([id]) => !known.some((one) => one.id === id))
    await tables.partners.put(fresh.map(([id]) => aPartner(id, { tier: 'Gold' })))
  })
  for (const [partnerId, value, at] of points)
    await app.store.write((tables) => give(tables, [aPoint({ partnerId, points: value, at })], at))
  return app
}

const entriesOf = async (person: Person, query = '') =>
  (await person.send('GET', `/boards/b/entries${query}`)).body
const changesOf = async (person: Person) =>
  (await entriesOf(person)).items.flatMap(({ subject, change }: never) =>
    change === undefined ? [] : [[(subject as { id: string }).id, change]],
  )

test('a change tells no rank of a period that withholds others, but one’s own', async () => {
  const board = { identity: 'named' as const, minCohort: 3 }
  const app = await open(board, [
    ['north', 5, october],
    ['south', 9, october],
    ['north', 10, november],
    ['south', 9, november],
    ['x', 8, november],
    ['y', 7, november],
  ])
  const ada = await app.signIn('ada')
  const before = await entriesOf(ada, '?period=month:2026-10')

  assert.equal(before.withheld, 'small_cohort')
  assert.deepEqual(await changesOf(ada), [['north', 1]])
  assert.deepEqual(await changesOf(await app.signIn('mona')), [])
})

test('a change tells no rank of a period that the board does not offer', async () => {
  const app = await open({ minCohort: 1, firstDay: '2026-11-01' }, [
    ['north', 5, october],
    ['south', 9, october],
    ['north', 9, november],
    ['south', 5, november],
  ])
  const ada = await app.signIn('ada')
  const { change, rank } = (await ada.send('GET', '/boards/b/mine')).body

  assert.equal((await ada.send('GET', '/boards/b/entries?period=month:2026-10')).status, 404)
  assert.deepEqual([await changesOf(ada), rank, change], [[], 1, undefined])
})

test('a change tells no rank of a field that the caller could not read in the period before', async () => {
  const app = await open({ minCohort: 1, scope: 'tier' }, [
    ['x', 5, october],
    ['y', 9, october],
    ['north', 7, october],
    ['x', 8, november],
    ['y', 1, november],
  ])
  await app.store.write(async (tables) => {
    const [north] = await tables.partners.many(['north'])
    await placePartners(tables, [{ ...north!, tier: 'Silver' }], '2026-09-01T10:00:00.000Z')
    await placePartners(tables, [{ ...north!, tier: 'Gold' }], '2026-11-02T10:00:00.000Z')
  })
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]

  assert.equal(
    (await ada.send('GET', '/boards/b/entries?period=month:2026-10&group=Gold')).status,
    404,
  )
  assert.deepEqual(await changesOf(ada), [])
  assert.deepEqual(await changesOf(mona), [
    ['x', 2],
    ['y', -1],
  ])
})
