import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient } from '@prmkit/client'
import { createMock } from './mock.ts'

const open = (person?: string) => {
  const mock = createMock(person === undefined ? {} : { person })
  const { baseUrl, fetch, fetchToken } = mock
  return { mock, client: createClient({ baseUrl, fetch, fetchToken, validation: 'strict' }) }
}

test('the sample has three boards over a year, one of them a contest that goes on', async (t) => {
  const { mock, client } = open()
  t.after(() => mock.close())
  const { items } = await client.boards.list()

  assert.deepEqual(
    items.map(({ id, subject, prizes }) => [id, subject, prizes?.length]),
    [
      ['sellers', 'person', undefined],
      ['partners', 'partner', undefined],
      ['leak-hunt', 'person', 2],
    ],
  )
  const [sellers, , contest] = items
  assert.ok(sellers!.periods.filter(({ kind }) => kind === 'month').length >= 12)
  assert.equal(contest!.periods[0]?.status, 'running')
  assert.ok(contest!.endsAt)
  const mine = await client.boards.getMine({ params: { id: 'sellers' }, query: { period: 'all' } })
  assert.ok(mine.rank && mine.neighbours.length > 2 && mine.visible)
  const page = await client.boards.listEntries({
    ...{ params: { id: 'sellers' }, query: { period: 'all' } },
  })
  assert.ok(page.items.some(({ hidden }) => hidden))
  assert.ok(page.items.some(({ subject }) => subject?.name === 'Holger Zimmermann'))
  const points = await client.boards.explain({
    ...{ params: { id: 'sellers' }, query: { period: 'all' } },
  })
  assert.equal(
    points.items.reduce((sum, { points: given }) => sum + given, 0),
    mine.value,
  )
})

test('the sample has four tiers, and nobody’s changes by itself', async (t) => {
  const { mock, client } = open()
  t.after(() => mock.close())
  const { items } = await client.tiers.list()
  assert.deepEqual(
    items.map(({ id, position }) => [id, position]),
    [
      ['Registered', 1],
      ['Silver', 2],
      ['Gold', 3],
      ['Platinum', 4],
    ],
  )
  await mock.app.tick()
  const mine = await client.tiers.getMine()

  assert.equal(mine.tier?.id, 'Gold')
  assert.equal(mine.next?.tier.id, 'Platinum')
  assert.ok(mine.next.requirements.every(({ missing, text }) => missing > 0 && text !== ''))
  assert.deepEqual((await client.tiers.listChanges()).items, [])
  const { items: changes } = await mock.store.read.tiers.changes({}, { limit: 10 })
  assert.deepEqual(changes, [])
})
