import assert from 'node:assert/strict'
import { test } from 'node:test'
import { register, testApp } from './app.ts'
import { aBoard, aRule } from './board-records.ts'

const rules = [
  aRule({ id: 'visit' }),
  aRule({ id: 'fixed', points: 25 }),
  aRule({ id: 'capped', cap: { points: 30, per: 'month' } }),
  aRule({ id: 'sent', event: 'deal.submitted', points: 10 }),
  aRule({ id: 'ended', to: '2026-11-01T22:59:59.999Z' }),
  aRule({ id: 'taken', takeBack: 'It was a mistake.' }),
  aRule({ id: 'left', event: 'deal.submitted', points: 5, takeBack: 'It was a mistake.' }),
  aRule({ id: 'over', event: 'deal.submitted', points: 5, to: '2026-11-01T22:59:59.999Z' }),
]

async function open() {
  const app = await testApp()
  await app.store.write(async (tables) => {
    await tables.programme.putPointRules({ rules, lateDays: 31 })
    await tables.boards.put([aBoard({ id: 'b', rules: rules.map(({ id }) => id) })])
  })
  const bulk = (...rows: object[]) => app.vendorBackend('POST', '/points/bulk', { body: { rows } })
  return { ...app, bulk }
}

const row = (key: string, more: object = {}) => ({
  ...{ externalIds: { key }, rule: 'visit', points: 5, partnerId: 'north' },
  ...more,
})
const resultsOf = ({ body }: { body: { rows: { result: string }[] } }) =>
  body.rows.map(({ result }) => result)

test('an event counts once, and another one of the same key is refused', async () => {
  const { bulk, signIn } = await open()
  assert.deepEqual(resultsOf(await bulk(row('a'), row('b', { userId: 'sam' }))), [
    'created',
    'created',
  ])
  const again = await bulk(row('a'), row('b', { userId: 'sam' }), row('a', { points: 6 }))

  assert.deepEqual(resultsOf(again), ['unchanged', 'unchanged', 'refused'])
  assert.equal(again.body.rows[2].errors[0].pointer, '/externalIds/key')
  const mine = await (await signIn('ada')).send('GET', '/boards/b/mine')
  assert.equal(mine.body.value, 10)
})

test('a key that comes twice in one request counts once, also against a bound', async () => {
  const { bulk, signIn } = await open()
  const capped = (key: string, points: number) => row(key, { rule: 'capped', points })
  const { body } = await bulk(capped('a', 20), capped('a', 20), capped('a', 9), capped('b', 10))

  assert.deepEqual(resultsOf({ body }), ['created', 'unchanged', 'refused', 'created'])
  assert.equal(body.rows[2].errors[0].pointer, '/externalIds/key')
  const [first] = body.rows
  assert.deepEqual([body.rows[1].id, body.rows[2].id], [first.id, first.id])
  assert.equal((await (await signIn('ada')).send('GET', '/boards/b/mine')).body.value, 30)
})

test('an event whose points a bound lowered is known again by the points that were asked for', async () => {
  const { bulk } = await open()
  const capped = (points: number) => bulk(row('a', { rule: 'capped', points }))
  const [{ id }] = (await capped(50)).body.rows
  const again = [await capped(50), await capped(30), await capped(60)]

  assert.deepEqual(again.map(resultsOf).flat(), ['unchanged', 'refused', 'refused'])
  assert.deepEqual(
    again.map(({ body }) => body.rows[0].id),
    [id, id, id],
  )
})

test('what cannot be counted is refused with its row and the reason, and the rest goes in', async () => {
  const { bulk, signIn } = await open()
  const cases: [row: object, pointer: string, reason: RegExp][] = [
    [row('1', { rule: 'nothing' }), '/rule', /Possible: visit, fixed, capped/],
    [row('2', { rule: 'sent' }), '/rule', /Possible/],
    [row('3', { points: undefined }), '/points', /leaves the points open/],
    [row('4', { rule: 'fixed', points: 24 }), '/points', /gives 25/],
    [row('5', { partnerId: 'nobody' }), '/partnerId', /no partner/],
    [row('6', { userId: 'sol' }), '/userId', /works for the partner/],
    [row('7', { userId: 'gone' }), '/userId', /works for the partner/],
    [row('8', { at: '2026-11-24T10:00:00.000Z' }), '/at', /yet to come/],
    [row('11', { rule: 'ended' }), '/at', /until 2026-11-01/],
    [row('12', { rule: 'taken' }), '/rule', /taken back: It was a mistake/],
    [row('9', { at: '2026-10-01T10:00:00.000Z' }), '/at', /31 days late/],
  ]
  const { status, body } = await bulk(
    ...cases.map(([one]) => one),
    row('10', { rule: 'fixed', points: undefined }),
  )

  assert.equal(status, 200)
  for (const [index, [, pointer, reason]] of cases.entries()) {
    const { result, errors, id } = body.rows[index]
    assert.deepEqual([result, errors[0].pointer, id], ['refused', pointer, undefined])
    assert.match(errors[0].detail, reason)
  }
  assert.equal(body.rows.at(-1).result, 'created')
  const mine = await (await signIn('ada')).send('GET', '/boards/b/mine')
  assert.equal(mine.body.value, 25)
})

test('points that are no sum of points are refused as a whole', async () => {
  const { bulk } = await open()
  for (const points of [1e15, 1.5, -1e15, 'x', 1_000_001]) {
    const { status, body } = await bulk(row('a', { points }))
    assert.deepEqual([status, body.errors[0].pointer], [422, '/rows/0/points'])
  }
  const { body } = await bulk(row(' '))
  assert.equal(body.errors[0].pointer, '/rows/0/externalIds')
})

test('events out of order come into their own periods, also into one that is just over', async () => {
  const { bulk, signIn } = await open()
  await bulk(row('new', { at: '2026-11-20T10:00:00.000Z', points: 1 }))
  // The last second of October where the vendor is; in UTC it is already over an hour away.
  await bulk(row('old', { at: '2026-10-31T22:59:59.000Z', points: 2 }))
  await bulk(row('next', { at: '2026-10-31T23:00:00.000Z', points: 4 }))
  const ada = await signIn('ada')
  const value = async (period: string) =>
    (await ada.send('GET', `/boards/b/mine?period=${period}`)).body.value

  assert.deepEqual([await value('month:2026-10'), await value('month:2026-11')], [2, 5])
  assert.equal(await value('year:2026'), 7)
})

test('a bound holds over rows, requests and people', async () => {
  const { bulk, signIn } = await open()
  const capped = (key: string, more: object = {}) =>
    row(key, { rule: 'capped', points: 20, ...more })
  await bulk(capped('a', { userId: 'sam' }), capped('b', { userId: 'sam' }))
  await bulk(capped('c', { userId: 'sam' }), capped('d', { userId: 'ada' }))
  const { body } = await (await signIn('ada')).send('GET', '/boards/b/points')

  const given = body.items.map(({ points, capped: cut }: never) => [points, cut ?? false])
  assert.deepEqual(given.toSorted(), [
    [0, true],
    [10, true],
    [20, false],
    [20, false],
  ])
})

test('a reversal makes every period right, once, and is no event to reverse', async () => {
  const { bulk, signIn, vendorBackend } = await open()
  const at = '2026-10-30T10:00:00.000Z'
  const { body } = await bulk(row('a', { at, points: 50 }), row('b', { points: 3 }))
  const reason = { code: 'mistake', text: 'The day did not take place.' }
  const reverse = (id: string) =>
    vendorBackend('POST', `/points/${id}/reversal`, { body: { reason } })
  const { status, body: reversal } = await reverse(body.rows[0].id)
  const ada = await signIn('ada')
  const value = async (period: string) =>
    (await ada.send('GET', `/boards/b/mine?period=${period}`)).body.value

  assert.deepEqual([status, reversal.points, reversal.at], [201, -50, at])
  assert.deepEqual([await value('month:2026-10'), await value('all')], [0, 3])
  assert.equal((await reverse(body.rows[0].id)).body.code, 'state-conflict')
  assert.equal((await reverse(reversal.id)).body.code, 'state-conflict')
  const explained = (await ada.send('GET', '/boards/b/points?period=all')).body.items
  assert.ok(explained.some(({ text }: { text: string }) => text.includes('did not take place')))
  assert.equal((await reverse('nothing')).status, 404)
})

test('a manager sees and changes the points of their portfolio alone', async () => {
  const { bulk, signIn } = await open()
  const { body } = await bulk(row('a'), row('b', { partnerId: 'south', userId: 'sol' }))
  const [paul, mona, ada] = [await signIn('paul'), await signIn('mona'), await signIn('ada')]
  const listed = async (path: string, person = paul) =>
    (await person.send('GET', path)).body.items.map(
      ({ partner }: never) => (partner as { id: string }).id,
    )
  assert.deepEqual(await listed('/points'), ['south'])
  assert.deepEqual(await listed('/points?partnerId=north'), [])
  assert.deepEqual((await listed('/points', mona)).toSorted(), ['north', 'south'])
  assert.deepEqual(await listed('/points?userId=sol', mona), ['south'])
  const reason = { code: 'x', text: 'y' }
  const foreign = await paul.send('POST', `/points/${body.rows[0].id}/reversal`, {
    body: { reason },
  })
  assert.equal(foreign.status, 404)
  const refused = await paul.send('POST', '/points/bulk', { body: { rows: [row('c')] } })
  assert.equal(refused.body.rows[0].errors[0].pointer, '/partnerId')
  assert.equal((await ada.send('GET', '/points')).status, 403)
})

test('a manager finds the people of a partner in the portfolio, a partner its own only', async () => {
  const { signIn } = await open()
  const [paul, mona, ada] = [await signIn('paul'), await signIn('mona'), await signIn('ada')]
  const found = async (person: typeof paul, query: string) =>
    (await person.send('GET', `/users${query}`)).body.items.map(({ id }: { id: string }) => id)

  assert.ok((await found(paul, '?partnerId=south')).includes('sol'))
  assert.deepEqual(await found(paul, '?partnerId=north'), [])
  assert.ok((await found(mona, '?partnerId=north')).includes('ada'))
  assert.deepEqual(await found(mona, ''), [])
  assert.deepEqual(await found(ada, '?partnerId=south'), [])
  assert.deepEqual(await found(ada, '?partnerId=north'), await found(ada, ''))
})

test('a rule that has ended or was taken back gives nothing for deeds', async () => {
  const { signIn } = await open()
  const ada = await signIn('ada')
  await register(ada)

  assert.equal((await ada.send('GET', '/boards/b/mine')).body.value, 10)
})

test('a board says which of its rules are for events of the vendor’s own', async () => {
  const { signIn } = await open()

  const { body } = await (await signIn('mona')).send('GET', '/boards/b')

  const own = body.rules.filter((rule: { own?: true }) => rule.own).map(({ id }: never) => id)
  assert.deepEqual(own, ['visit', 'fixed', 'capped', 'ended'])
})
