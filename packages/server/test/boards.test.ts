import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BoardRecord } from '../src/store/boards.ts'
import { give } from '../src/routes/boards/give.ts'
import { placePartners } from '../src/routes/tiers/place.ts'
import { act, register, testApp, type Person, type TestApp } from './app.ts'
import { aBoard, aPartner, aPoint, aRule, aSeller } from './board-records.ts'
import { later } from './records.ts'

const rules = [
  aRule({ id: 'sent', event: 'deal.submitted', points: 10, takenBackBy: ['deal.withdrawn'] }),
  aRule({
    ...{ id: 'won', event: 'deal.closed' },
    when: [{ field: '/closure/outcome', equals: 'won' }],
    points: { of: ['/amount', '/totals'], per: { EUR: 1000 }, points: 3, most: 100 },
    texts: { en: 'Won: 3 for each 1,000 EUR', de: 'Gewonnen: 3 je 1.000 EUR' },
  }),
  aRule({ id: 'visit', points: 'given', texts: { en: 'Event of the vendor' } }),
  aRule({ id: 'fixed', points: 25 }),
]
const counted = rules.map(({ id }) => id)

/** The app with boards, and rules whose points they count. */
async function open(...boards: Partial<BoardRecord>[]) {
  const app = await testApp()
  await app.store.write(async (tables) => {
    await tables.programme.putPointRules({ rules, lateDays: 31 })
    await tables.boards.put(
      boards.map((board, position) =>
        aBoard({ id: `b${position}`, position, rules: counted, ...board }),
      ),
    )
  })
  return app
}

/** Ten companies with one person each, who have 100, 90, … 10 points. */
async function crowd(app: TestApp, boardId: string, visible: readonly number[]) {
  const ids = Array.from({ length: 10 }, (_, index) => index)
  const now = new Date(app.time.now).toISOString()
  await app.store.write(async (tables) => {
    await tables.partners.put(ids.map((id) => aPartner(`c${id}`, { name: `Secret Company ${id}` })))
    await tables.users.put(
      ids.map((id) => aSeller(`s${id}`, `c${id}`, { name: `Secret Person ${id}` })),
    )
    await give(
      tables,
      ids.map((id) =>
        aPoint({
          ...{ partnerId: `c${id}`, userId: `s${id}`, rule: 'visit', points: 100 - 10 * id },
          at: now,
        }),
      ),
      now,
    )
    for (const id of visible) {
      const subject = `c${id}/s${id}`
      const { revision } = await tables.boards.lockChoice(boardId, subject)
      await tables.boards.choose(boardId, subject, { revision: revision + 1, visible: true })
    }
  })
}

async function win(app: TestApp, seller: Person, amount: string) {
  const mona = await app.signIn('mona')
  const deal = await register(seller, { amount: { amount, currency: 'EUR' } })
  const { body: reviewed } = await act(mona, deal, { action: 'start_review' })
  const approve = { action: 'approve', protectedUntil: '2027-01-31' }
  const { body: approved } = await act(mona, reviewed, approve)
  const closed = await act(mona, approved, { action: 'close', outcome: 'won' })
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  return deal
}

const mineOf = async (person: Person, board = 'b0', period = '') =>
  (await person.send('GET', `/boards/${board}/mine${period && `?period=${period}`}`)).body
const entriesOf = async (person: Person, board = 'b0', query = '') =>
  (await person.send('GET', `/boards/${board}/entries${query}`)).body

test('deals move rank and value as they happen, and each point tells its rule', async () => {
  const app = await open({ subject: 'person', identity: 'opt_in' }, { subject: 'partner' })
  const sam = await app.signIn('sam')
  const deal = await win(app, sam, '12999.99')

  const mine = await mineOf(sam)
  assert.deepEqual([mine.rank, mine.value, mine.of, mine.ties], [1, 10 + 36, 1, 0])
  assert.equal((await mineOf(sam, 'b1')).value, 46)
  const { body: points } = await sam.send('GET', '/boards/b0/points', {
    headers: { 'accept-language': 'de' },
  })
  assert.deepEqual(
    points.items
      .map(({ rule, action, points: given, text, source }: never) => [
        ...[rule, action, given, text, source],
      ])
      .toSorted(),
    [
      ['won', 'deal.closed', 36, 'Gewonnen: 3 je 1.000 EUR', sourceOf(deal)],
      ['sent', 'deal.submitted', 10, 'A deed', sourceOf(deal)],
    ].toSorted(),
  )
})

const sourceOf = ({ id, name }: { id: string; name: string }) => ({ resource: 'deals', id, name })

test('a very large deal is won, and gives as many points as one event may', async () => {
  const app = await open({ subject: 'partner' })
  const won = { event: 'deal.closed', points: { of: ['/amount'], per: { EUR: 1 }, points: 1 } }
  await app.store.write(({ programme }) =>
    programme.putPointRules({ rules: [aRule({ id: 'won', ...won })], lateDays: 31 }),
  )
  const ada = await app.signIn('ada')
  await win(app, ada, '3000000000')

  const { body } = await ada.send('GET', '/boards/b0/points')
  assert.deepEqual(
    body.items.map(({ points, capped }: never) => [points, capped]),
    [[1_000_000, true]],
  )
})

test('points of a deal that is withdrawn are taken back', async () => {
  const app = await open({ subject: 'partner' })
  const ada = await app.signIn('ada')
  const deal = await register(ada)
  assert.equal((await mineOf(ada)).value, 10)
  await act(ada, deal, { action: 'withdraw' })

  assert.equal((await mineOf(ada)).value, 0)
  assert.equal((await mineOf(ada)).rank, undefined)
  const { body } = await ada.send('GET', '/boards/b0/points')
  assert.deepEqual(body.items.map(({ points }: { points: number }) => points).toSorted(), [-10, 10])
})

test('an action that is undone leaves no points, and the next one counts anew', async () => {
  const app = await open({ subject: 'partner' })
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  let deal = await register(ada, { amount: { amount: '9000', currency: 'EUR' } })
  const does = async (person: Person, body: object) => {
    app.time.now += 1000
    const answer = await act(person, deal, body)
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    deal = answer.body
    return (await mineOf(ada)).value
  }
  await does(mona, { action: 'start_review' })
  await does(mona, { action: 'approve', protectedUntil: '2026-12-31' })
  const [won, lost, undo] = [
    { action: 'close', outcome: 'won' },
    { action: 'close', outcome: 'lost', reason: { code: 'price' } },
    { action: 'undo' },
  ]
  const values: number[] = []
  for (const action of [won, undo, won, undo, lost, undo, won])
    values.push(await does(mona, action))

  assert.deepEqual(values, [10 + 27, 10, 10 + 27, 10, 10, 10, 10 + 27])
  const { body } = await ada.send('GET', '/boards/b0/points')
  const sum = body.items.reduce((all: number, { points }: { points: number }) => all + points, 0)
  assert.equal(sum, 10 + 27)
})

test('points that a withdrawal took come back when it is undone, however often', async () => {
  const app = await open({ subject: 'partner' })
  const ada = await app.signIn('ada')
  let deal = await register(ada)
  const values: number[] = []
  for (const action of ['withdraw', 'undo', 'withdraw', 'undo']) {
    app.time.now += 1000
    deal = (await act(ada, deal, { action })).body
    values.push((await mineOf(ada)).value)
  }

  assert.deepEqual(values, [0, 10, 0, 10])
})

test('ranks are counted as the board says, and ties are ties', async () => {
  const points = [50, 40, 40, 30]
  for (const [ranking, ranks] of [
    ['competition', [1, 2, 2, 4]],
    ['dense', [1, 2, 2, 3]],
  ] as const) {
    const app = await open({ subject: 'partner', ranking })
    const now = new Date(app.time.now).toISOString()
    await app.store.write(async (tables) => {
      await tables.partners.put(points.map((_, index) => aPartner(`c${index}`)))
      const given = points.map((value, index) =>
        aPoint({ partnerId: `c${index}`, rule: 'visit', points: value, at: now }),
      )
      await give(tables, given, now)
    })
    const { items, total } = await entriesOf(await app.signIn('mona'))

    assert.deepEqual(
      items.map(({ rank }: { rank: number }) => rank),
      ranks,
    )
    assert.equal(total, 4)
  }
})

const decoded = (cursor: string) => atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))

test('of whoever does not agree nothing is ever answered, by no address and no page', async () => {
  const app = await open({ subject: 'person', identity: 'opt_in', minCohort: 3 })
  await crowd(app, 'b0', [1, 4, 7])
  const people = [await app.signIn('s4'), await app.signIn('sam'), await app.signIn('mona')]
  for (const person of people) {
    let all = ''
    const see = async (path: string) => {
      const { body } = await person.send('GET', path)
      // A mark hides nothing from whoever decodes it.
      const cursors = [body.nextCursor ?? '', body.previousCursor ?? '']
      all += JSON.stringify(body) + cursors.map(decoded).join()
      return body
    }
    await see('/boards')
    await see('/boards/b0')
    await see('/boards/b0/mine')
    await see('/boards/b0/points')
    await see('/points?limit=1')
    await see('/boards/b0/entries?around=me')
    for (const limit of [1, 2, 3, 25]) {
      let cursor = ''
      do {
        const page = await see(`/boards/b0/entries?limit=${limit}${cursor && `&cursor=${cursor}`}`)
        for (const entry of page.items as object[])
          if ('hidden' in entry && !('isMe' in entry))
            assert.deepEqual(Object.keys(entry).toSorted(), ['hidden', 'rank'])
        cursor = page.nextCursor ?? ''
      } while (cursor !== '')
    }
    if (person.id === 'mona') continue
    for (const hidden of [0, 2, 3, 5, 6, 8, 9]) {
      assert.ok(!all.includes(`Secret Person ${hidden}`), `${person.id} ${hidden}`)
      assert.ok(!all.includes(`Secret Company ${hidden}`))
      assert.doesNotMatch(all, new RegExp(`"[cs]${hidden}"|/s${hidden}\\b`))
      assert.doesNotMatch(all, new RegExp(`"value":${100 - 10 * hidden}\\b`))
    }
    // The sum of the own value and a distance would be the value of somebody.
    const { toNext } = await mineOf(person)
    assert.equal(toNext, undefined)
  }
})

test('a board that shows nobody tells neither the next value nor who has the same', async () => {
  const app = await open({ subject: 'person', identity: 'own_only', minCohort: 1 })
  await crowd(app, 'b0', [])
  const now = new Date(app.time.now).toISOString()
  await app.store.write((tables) =>
    give(tables, [aPoint({ partnerId: 'c5', userId: 's5', rule: 'visit', at: now })], now),
  )
  const { rank, ties, toNext } = await mineOf(await app.signIn('s4'))

  assert.deepEqual({ rank, ties, toNext }, { rank: 5, ties: 0, toNext: undefined })
})

test('somebody who has left is neither named nor counted as one who is shown', async () => {
  const app = await open({ subject: 'person', identity: 'opt_in', minCohort: 3 })
  await crowd(app, 'b0', [1, 4, 7])
  const me = await app.signIn('s4')
  const names = async () => {
    const { items, withheld } = await entriesOf(me)
    return [
      withheld,
      ...items.flatMap(({ subject }: never) => (subject as { id: string })?.id ?? []),
    ]
  }
  assert.deepEqual(await names(), [undefined, 's1', 's4', 's7'])
  await app.store.write(({ users }) => users.put([aSeller('s1', 'c2')]))

  assert.deepEqual(await names(), ['small_cohort'])
  await app.store.write(({ users }) =>
    users.put([aSeller('s1', 'c1'), aSeller('s7', 'c7', { active: false })]),
  )
  assert.deepEqual(await names(), ['small_cohort'])
  await app.store.write(async ({ users, partners }) => {
    await users.put([aSeller('s7', 'c7')])
    await partners.put([aPartner('c7', { active: false })])
  })
  assert.deepEqual(await names(), ['small_cohort'])
})

test('whoever is out of the audience is not named any more, since they could not hide', async () => {
  const app = await open({
    ...{ subject: 'person', identity: 'opt_in', minCohort: 1, firstDay: '2025-01-01' },
    audience: { regions: ['North'] },
  })
  const at = '2025-03-03T10:00:00.000Z'
  const now = new Date(app.time.now).toISOString()
  await app.store.write(async (tables) => {
    const inNorth = ['c1', 'c2'].map((id) => aPartner(id, { region: 'North' }))
    await tables.partners.put(inNorth)
    await tables.users.put([aSeller('s1', 'c1'), aSeller('s2', 'c2')])
    const points = ['1', '2'].map((n) =>
      aPoint({ partnerId: `c${n}`, userId: `s${n}`, rule: 'visit', points: 10 * Number(n), at }),
    )
    await give(tables, points, now)
    for (const subject of ['c1/s1', 'c2/s2'])
      await tables.boards.choose('b0', subject, { revision: 2, visible: true })
  })
  const me = await app.signIn('s1')
  const before = await entriesOf(me, 'b0', '?period=year:2025')
  await app.store.write((tables) =>
    placePartners(tables, [aPartner('c2', { region: 'South' })], now),
  )
  const after = await entriesOf(me, 'b0', '?period=year:2025')

  assert.equal(before.items[0].subject.id, 's2')
  assert.deepEqual(after.items[0], { rank: 1, hidden: true })
})

test('with too few visible entries a board shows nobody but the caller, and says so', async () => {
  const app = await open({ subject: 'person', identity: 'opt_in', minCohort: 4 })
  await crowd(app, 'b0', [1, 4, 7])
  const me = await app.signIn('s4')
  const page = await entriesOf(me)
  const mine = await mineOf(me)

  assert.deepEqual([page.items, page.withheld, page.total], [[], 'small_cohort', 10])
  assert.deepEqual(
    [mine.rank, mine.value, mine.withheld, mine.neighbours],
    [5, 60, 'small_cohort', []],
  )
})

test('a board for one’s own rank only shows no entry to anybody', async () => {
  const app = await open({ subject: 'person', identity: 'own_only' })
  await crowd(app, 'b0', [1, 4, 7])
  const me = await app.signIn('s4')

  assert.equal((await entriesOf(me)).withheld, 'own_only')
  assert.equal((await entriesOf(await app.signIn('mona'))).withheld, 'own_only')
  const mine = await mineOf(me)
  assert.deepEqual([mine.rank, mine.visible, mine.editableFields], [5, false, []])
  const refused = await me.send('PATCH', '/boards/b0/mine', {
    ...{ body: { visible: true }, headers: { 'if-match': '"2"' } },
  })
  assert.deepEqual([refused.status, refused.body.code], [403, 'forbidden'])
})

test('somebody decides for themselves, at once and also in periods that are over', async () => {
  const app = await open({ subject: 'person', identity: 'opt_in', minCohort: 1 })
  await crowd(app, 'b0', [1])
  const [me, other] = [await app.signIn('s4'), await app.signIn('s1')]
  app.time.now += 40 * 86_400_000
  const period = 'month:2026-11'
  const now = await app.signIn('s4')
  const seen = async () => {
    const { items } = await entriesOf(await app.signIn('s1'), 'b0', `?period=${period}`)
    return items[4]
  }
  assert.deepEqual(await seen(), { rank: 5, hidden: true })
  const mine = await mineOf(now)
  assert.deepEqual([mine.visible, mine.editableFields], [false, ['/visible']])
  const set = (visible: boolean, revision: number) =>
    now.send('PATCH', '/boards/b0/mine', {
      ...{ body: { visible }, headers: { 'if-match': `"${revision}"` } },
    })
  const shown = await set(true, mine.revision)
  assert.equal(shown.status, 200, JSON.stringify(shown.body))
  assert.equal((await seen()).subject.name, 'Secret Person 4')
  assert.equal((await set(false, mine.revision)).body.code, 'revision-stale')
  assert.equal((await set(false, shown.body.revision)).status, 200)
  assert.deepEqual(await seen(), { rank: 5, hidden: true })
  assert.ok(me.token !== other.token)
  const trail = app.store.auditTrail.map(({ action }) => action)
  assert.deepEqual(
    trail.filter((action) => action.startsWith('board.')),
    ['board.shown', 'board.hidden'],
  )
})

test('for a company its administrators decide, and a viewing manager does not', async () => {
  const app = await open({ subject: 'partner', identity: 'named', minCohort: 1 })
  for (const id of ['ada', 'ada', 'sol']) await register(await app.signIn(id))
  const [ada, sam] = [await app.signIn('ada'), await app.signIn('sam')]
  const viewer = await app.signIn('mona', { viewAs: true, partnerId: 'north' })
  const hide = (person: Person) =>
    person.send('PATCH', '/boards/b0/mine', {
      ...{ body: { visible: false }, headers: { 'if-match': '"1"' } },
    })

  assert.equal((await hide(sam)).status, 403)
  assert.equal((await hide(viewer)).body.code, 'read-only')
  assert.deepEqual((await mineOf(viewer)).editableFields, [])
  assert.equal((await hide(ada)).status, 200)
  const [entry] = (await entriesOf(await app.signIn('hubert'))).items
  assert.deepEqual(entry, { rank: 1, hidden: true })
  const own = (await entriesOf(sam)).items[0]
  assert.deepEqual([own.isMe, own.hidden, own.value], [true, true, 20])
})

test('pages go on and back by place, and one can begin around the caller', async () => {
  const app = await open({ subject: 'person', identity: 'opt_in', minCohort: 1 })
  await crowd(app, 'b0', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  const me = await app.signIn('s6')
  const ranks = ({ items }: { items: { rank: number }[] }) => items.map(({ rank }) => rank)
  const first = await entriesOf(me, 'b0', '?limit=4')
  const second = await entriesOf(me, 'b0', `?limit=4&cursor=${first.nextCursor}`)
  const around = await entriesOf(me, 'b0', '?limit=5&around=me')

  assert.deepEqual([ranks(first), first.previousCursor], [[1, 2, 3, 4], undefined])
  assert.deepEqual(ranks(second), [5, 6, 7, 8])
  const back = await entriesOf(me, 'b0', `?limit=4&cursor=${second.previousCursor}`)
  assert.deepEqual(ranks(back), [1, 2, 3, 4])
  assert.deepEqual(ranks(around), [5, 6, 7, 8, 9])
  assert.equal(around.items[2].isMe, true)
  const mine = await mineOf(me)
  assert.deepEqual(
    [mine.rank, mine.toNext, ranks({ items: mine.neighbours })],
    [7, 10, [5, 6, 7, 8, 9]],
  )
  const other = await open({ subject: 'person', identity: 'opt_in', minCohort: 1 })
  await crowd(other, 'b0', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  const strange = await entriesOf(await other.signIn('s6'), 'b0', '?limit=4')
  for (const cursor of ['x', 'at-', 'WzEsMl0', strange.nextCursor])
    assert.equal((await me.send('GET', `/boards/b0/entries?cursor=${cursor}`)).status, 422)
})

test('a cursor leads nowhere on another board, where whoever is hidden here may be shown', async () => {
  const app = await open(
    { subject: 'person', identity: 'opt_in', minCohort: 1 },
    { subject: 'person', identity: 'opt_in', minCohort: 1 },
  )
  await crowd(app, 'b0', [3])
  await crowd(app, 'b1', [0, 1, 2, 3])
  const me = await app.signIn('s3')
  const { items, nextCursor } = await entriesOf(me, 'b0', '?limit=1')
  const { previousCursor } = await entriesOf(me, 'b0', `?limit=1&cursor=${nextCursor}`)

  assert.deepEqual(items, [{ rank: 1, hidden: true }])
  const [, year] = (await me.send('GET', '/boards/b0')).body.periods
  for (const cursor of [nextCursor, previousCursor])
    for (const path of ['b1/entries?', `b0/entries?period=${year.id}&`])
      assert.equal((await me.send('GET', `/boards/${path}cursor=${cursor}`)).status, 422, path)
  // Its length tells nothing either.
  const lengths = new Set([nextCursor, previousCursor].map((cursor) => cursor.length))
  assert.deepEqual([...lengths], [294])
})

test('pages of a long tie hold each entry once, also while others move', async () => {
  const app = await open({ subject: 'partner', identity: 'named', minCohort: 1 })
  const ids = Array.from({ length: 12 }, (_, index) => `t${String(index).padStart(2, '0')}`)
  const now = new Date(app.time.now).toISOString()
  const points = (partnerId: string, value: number) =>
    aPoint({ partnerId, rule: 'visit', points: value, at: now })
  await app.store.write(async (tables) => {
    await tables.partners.put(ids.map((id) => aPartner(id)))
    const given = [...ids.map((id) => points(id, 50)), points('north', 50), points('south', 50)]
    await give(tables, given, now)
  })
  const ada = await app.signIn('ada')
  type Page = { items: { subject: { id: string }; rank: number }[] }
  const idsOf = ({ items }: Page) => items.map(({ subject, rank }) => `${rank} ${subject.id}`)
  const { items } = (await entriesOf(ada, 'b0', '?limit=25')) as Page
  const order = items.map(({ subject }) => subject.id)
  const rising = order.find((id) => id !== 'north')!
  const falling = order.findLast((id) => id !== 'north')!
  const first = await entriesOf(ada, 'b0', '?limit=5')
  // Somebody of the first page rises, and somebody of the last one falls behind the tie.
  await app.store.write((tables) => give(tables, [points(rising, 9), points(falling, -9)], now))
  const second = await entriesOf(ada, 'b0', `?limit=5&cursor=${first.nextCursor}`)
  const third = await entriesOf(ada, 'b0', `?limit=5&cursor=${second.nextCursor}`)
  const back = await entriesOf(ada, 'b0', `?limit=5&cursor=${third.previousCursor}`)
  const around = await entriesOf(ada, 'b0', '?limit=5&around=me')
  const stayed = (from: number, to: number) =>
    order.slice(from, to).flatMap((id) => (id === rising || id === falling ? [] : `2 ${id}`))
  const places = [`1 ${rising}`, ...stayed(0, 14), `14 ${falling}`]
  const start = Math.min(Math.max(0, places.indexOf('2 north') - 2), 9)

  assert.deepEqual(
    idsOf(first),
    order.slice(0, 5).map((id) => `1 ${id}`),
  )
  assert.deepEqual(idsOf(second), stayed(5, 10))
  assert.deepEqual(idsOf(third), [...stayed(10, 14), `14 ${falling}`])
  assert.equal(third.nextCursor, undefined)
  assert.deepEqual(idsOf(back), idsOf(second))
  assert.deepEqual(idsOf(around), places.slice(start, start + 5))
})

test('the change compares ranks with the period before, and who is new has none', async () => {
  const app = await open({ subject: 'partner', minCohort: 1, periods: ['month'] })
  const october = '2026-10-10T10:00:00.000Z'
  const now = new Date(app.time.now).toISOString()
  await app.store.write(async (tables) => {
    await tables.partners.put(['x', 'y', 'z'].map((id) => aPartner(id)))
    const given = (partnerId: string, points: number, at: string) =>
      aPoint({ partnerId, points, at, rule: 'visit' })
    await give(tables, [given('x', 9, october), given('y', 5, october)], now)
    await give(tables, [given('x', 1, now), given('y', 2, now), given('z', 3, now)], now)
  })
  const { items } = await entriesOf(await app.signIn('mona'))

  assert.deepEqual(
    items.map(({ subject, change }: never) => [(subject as { id: string }).id, change]),
    [
      ['z', undefined],
      ['y', 0],
      ['x', -2],
    ],
  )
})

test('a board for one’s own tier, region or team compares with nobody else', async () => {
  const app = await open(
    { subject: 'partner', scope: 'tier', minCohort: 1 },
    { subject: 'person', scope: 'team', identity: 'opt_in', minCohort: 1 },
  )
  const now = new Date(app.time.now).toISOString()
  await app.store.write((tables) =>
    give(
      tables,
      [
        aPoint({ partnerId: 'north', userId: 'sam', rule: 'visit', points: 5, at: now }),
        aPoint({ partnerId: 'south', userId: 'sol', rule: 'visit', points: 9, at: now }),
      ],
      now,
    ),
  )
  const sam = await app.signIn('sam')
  const mona = await app.signIn('mona')

  assert.deepEqual([(await mineOf(sam)).rank, (await mineOf(sam)).of], [1, 1])
  assert.deepEqual([(await mineOf(sam, 'b1')).rank, (await mineOf(sam, 'b1')).of], [1, 1])
  const { body: seen } = await sam.send('GET', '/boards/b0')
  assert.deepEqual(seen.group, { value: 'Gold', label: 'Gold' })
  assert.equal((await sam.send('GET', '/boards/b1/entries?group=south')).status, 404)
  const { body: vendors } = await mona.send('GET', '/boards/b1')
  assert.deepEqual(
    vendors.groups.map(({ value }: { value: string }) => value),
    ['north', 'south'],
  )
  assert.equal((await mona.send('GET', '/boards/b1/entries?group=south')).body.total, 1)
  const paul = await app.signIn('paul')
  assert.equal((await paul.send('GET', '/boards/b1/entries?group=north')).status, 404)
})

test('a board of a region or of one distributor ranks its partners alone', async () => {
  const app = await open(
    { subject: 'partner', scope: 'region' },
    { subject: 'partner', scope: 'distributor' },
  )
  const now = new Date(app.time.now).toISOString()
  await app.store.write(async (tables) => {
    const [north, south] = await tables.partners.many(['north', 'south'])
    await tables.partners.put([
      { ...north!, region: 'EMEA' },
      { ...south!, region: 'EMEA' },
      aPartner('west', { region: 'AMER', distributorId: 'hub' }),
    ])
    const points = { north: 5, south: 9, west: 20 }
    const given = Object.entries(points).map(([partnerId, value]) =>
      aPoint({ partnerId, rule: 'visit', points: value, at: now }),
    )
    await give(tables, given, now)
  })
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  const names = async (board: string) =>
    (await entriesOf(ada, board)).items.map(({ subject }: never) => (subject as { id: string }).id)

  assert.deepEqual(await names('b0'), ['south', 'north'])
  assert.deepEqual(await names('b1'), ['west', 'north'])
  assert.deepEqual((await ada.send('GET', '/boards/b1')).body.group, {
    ...{ value: 'hub', label: 'Hub Distribution' },
  })
  assert.equal((await ada.send('GET', '/boards/b0/entries?group=AMER')).status, 404)
  assert.equal((await entriesOf(mona, 'b0', '?group=AMER')).items[0].subject.id, 'west')
})

test('who may not see a board is not ranked on it, and comes onto it with the tier', async () => {
  const audience = { tiers: ['Gold'] }
  const app = await open({ audience, scope: 'all' }, { audience, scope: 'tier' })
  const now = new Date(app.time.now).toISOString()
  await app.store.write(async (tables) => {
    await tables.partners.put([aPartner('up', { tier: 'Silver' })])
    const given = ['north', 'south', 'up'].map((partnerId, index) =>
      aPoint({ partnerId, rule: 'visit', points: 10 * index + 10, at: now }),
    )
    await give(tables, given, now)
  })
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  const seen = async (board: string) => {
    const { items, total } = await entriesOf(ada, board)
    return [
      total,
      ...items.map(({ subject, rank }: never) => [(subject as { id: string }).id, rank]),
    ]
  }
  for (const board of ['b0', 'b1']) assert.deepEqual(await seen(board), [1, ['north', 1]])
  const { body } = await mona.send('GET', '/boards/b1')
  assert.deepEqual(body.groups, [{ value: 'Gold', label: 'Gold' }])

  await app.store.write(async (tables) => {
    const [up] = await tables.partners.many(['up'])
    await placePartners(tables, [{ ...up!, tier: 'Gold' }], now)
  })
  for (const board of ['b0', 'b1'])
    assert.deepEqual(await seen(board), [2, ['up', 1], ['north', 2]])
})

test('a board of one role ranks people in that role, and a company whatever its people are', async () => {
  const audience = { roles: ['partner_admin' as const] }
  const app = await open(
    { audience, subject: 'person', identity: 'opt_in', minCohort: 1 },
    { audience, subject: 'partner' },
  )
  for (const id of ['ada', 'sam']) await register(await app.signIn(id))
  const ada = await app.signIn('ada')

  assert.deepEqual([(await mineOf(ada)).rank, (await mineOf(ada)).of], [1, 1])
  assert.equal((await mineOf(ada, 'b1')).value, 20)
})

test('a board whose audience changes ranks anew', async () => {
  const app = await open({ subject: 'partner', identity: 'named', minCohort: 1 })
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  for (const id of ['ada', 'sol']) await register(await app.signIn(id))
  const of = async () => (await mineOf(ada)).of
  assert.equal(await of(), 2)
  const patch = { body: { audience: { tiers: ['Gold'] } }, headers: { 'if-match': '"1"' } }
  assert.equal((await mona.send('PATCH', '/boards/b0', patch)).status, 200)

  assert.equal(await of(), 1)
})

test('boards for others, and periods that are not offered, do not exist', async () => {
  const app = await open({ audience: { tiers: ['Gold'] } })
  const [sam, sol] = [await app.signIn('sam'), await app.signIn('sol')]

  assert.equal((await sam.send('GET', '/boards')).body.items.length, 1)
  assert.deepEqual((await sol.send('GET', '/boards')).body.items, [])
  for (const path of ['', '/entries', '/mine', '/points'])
    assert.equal((await sol.send('GET', `/boards/b0${path}`)).status, 404, path)
  for (const period of ['month:2026-12', 'month:1999-01', 'quarter:2026-Q4', 'contest', 'x'])
    assert.equal((await sam.send('GET', `/boards/b0/entries?period=${period}`)).status, 404, period)
})

test('a seller who sees only their own records explains only their own points of a company', async () => {
  const app = await open({ subject: 'partner' })
  const [ada, sam, cleo] = [
    await app.signIn('ada'),
    await app.signIn('sam'),
    await app.signIn('cleo'),
  ]
  await register(ada)
  await register(sam)
  const seen = async (person: Person) =>
    (await person.send('GET', '/boards/b0/points')).body.items.length

  assert.deepEqual([await seen(ada), await seen(cleo), await seen(sam)], [2, 2, 1])
})

test('the points of a value and the sum of colleagues are the value, for everybody and each period', async () => {
  const app = await open(
    { subject: 'partner' },
    { subject: 'person', identity: 'opt_in' },
    { subject: 'partner', scope: 'tier', rules: ['visit', 'sent'] },
  )
  const now = new Date(app.time.now).toISOString()
  const point = (userId: string | undefined, points: number, more: object = {}) =>
    aPoint({
      partnerId: 'north',
      rule: 'visit',
      points,
      at: now,
      ...(userId && { userId }),
      ...more,
    })
  await app.store.write((tables) =>
    give(
      tables,
      [
        ...[point('ada', 7), point('sam', 20), point(undefined, 5), point('cleo', -3)],
        ...[
          point('sam', 40, { at: later(now, -40 * 86_400_000) }),
          point('sam', 1, { rule: 'fixed' }),
        ],
        ...[point('ada', 100, { validUntil: later(now, 500) })],
      ],
      now,
    ),
  )
  for (const id of ['ada', 'sam', 'cleo']) {
    const person = await app.signIn(id)
    const { body: list } = await person.send('GET', '/boards')
    for (const board of list.items as { id: string; subject: string; periods: { id: string }[] }[])
      for (const period of board.periods) {
        const sums = async () => {
          const query = `period=${period.id}&limit=2`
          let [sum, cursor, others] = [0, '', undefined as number | undefined]
          do {
            const path = `/boards/${board.id}/points?${query}${cursor && `&cursor=${cursor}`}`
            const { body } = await person.send('GET', path)
            for (const { points } of body.items as { points: number }[]) sum += points
            cursor = body.nextCursor ?? ''
            others = body.others
          } while (cursor !== '')
          const isPart = id === 'sam' && board.subject === 'partner'
          assert.equal(others !== undefined, isPart, `${id} ${board.id}`)
          return [sum + (others ?? 0), (await mineOf(person, board.id, period.id)).value]
        }
        const [before, value] = await sums()
        assert.equal(before, value, `${id} ${board.id} ${period.id}`)
        // A moment in which a validity is over, and the scores have not heard of it.
        app.time.now += 1000
        const [after, then] = await sums()
        assert.equal(after, then, `${id} ${board.id} ${period.id}`)
        app.time.now -= 1000
      }
  }
})

test('of a period before a company came into the audience no point counts, nor is one explained', async () => {
  const audience = { regions: ['North'] }
  const app = await open({ audience }, { audience, subject: 'person', identity: 'opt_in' })
  const [october, now] = ['2026-10-10T10:00:00.000Z', new Date(app.time.now).toISOString()]
  await app.store.write(async (tables) => {
    const [north] = await tables.partners.many(['north'])
    await tables.partners.put([{ ...north!, region: 'South' }])
    const point = { partnerId: 'north', userId: 'sam', rule: 'visit' }
    await give(tables, [aPoint({ ...point, at: october }), aPoint({ ...point, at: now })], now)
    await placePartners(tables, [{ ...north!, region: 'North' }], now)
  })
  for (const id of ['ada', 'sam'])
    for (const board of ['b0', 'b1']) {
      const person = await app.signIn(id)
      for (const period of ['month:2026-10', 'month:2026-11']) {
        const path = `/boards/${board}/points?period=${period}`
        const { items, others = 0 } = (await person.send('GET', path)).body
        const { value, rank, history } = await mineOf(person, board, period)
        const sum = items.reduce((all: number, { points }: never) => all + points, others)
        const isMine = board === 'b0' || id === 'sam'
        const expected = period === 'month:2026-11' && isMine ? 10 : 0
        const where = `${id} ${board} ${period}`
        assert.deepEqual([sum, value], [expected, expected], where)
        assert.equal(rank !== undefined, expected > 0, where)
        const [before] = history.filter((one: { period: string }) => one.period === 'month:2026-10')
        assert.equal(before.value, 0, where)
      }
    }
})

test('the sum of colleagues tells no more than the company’s value does', async () => {
  const app = await open({ subject: 'partner', minCohort: 5 })
  for (const id of ['ada', 'ada', 'sam']) await register(await app.signIn(id))
  const sam = await app.signIn('sam')
  const { body } = await sam.send('GET', '/boards/b0/points')
  const { value } = await mineOf(sam)

  assert.deepEqual([body.items.length, body.others, value], [1, 20, 30])
  assert.doesNotMatch(JSON.stringify(body), /ada/i)
})

test('one event a second tells of a board, with the last points in the end', async () => {
  const app = await open({ subject: 'partner' })
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  const told = async () => {
    const slice = await app.store.read.events.after(undefined, 1000)
    return slice!.events.filter(({ type }) => type === 'boards.changed')
  }
  for (let round = 0; round < 5; round++) await register(ada)
  await app.app.tick()
  await register(ada)
  await app.app.tick()
  assert.equal((await told()).length, 1)
  app.time.now += 1000
  await app.app.tick()

  const events = await told()
  assert.equal(events.length, 2)
  assert.deepEqual([events[0]?.resource, events[0]?.resourceId], ['boards', 'b0'])
  assert.equal((await mineOf(ada)).value, 60)
  assert.ok(mona.token)
})

test('a deal that is won tells of its board once, and the next answer has the new rank', async () => {
  const app = await open({ subject: 'person', identity: 'opt_in' })
  const [ada, sol] = [await app.signIn('ada'), await app.signIn('sol')]
  await register(ada)
  for (let deal = 0; deal < 3; deal++) await register(sol)
  await app.app.tick()
  app.time.now += 1000
  const before = await mineOf(ada)
  const place = await app.store.read.events.end()

  await win(app, ada, '20000.00')
  // As it is woken by the transaction itself, a second after the event before at the latest.
  await app.app.tick()

  const { events } = (await app.store.read.events.after(place, 1000))!
  const told = events.filter(
    ({ resource, resourceId }) => `${resource} ${resourceId}` === 'boards b0',
  )
  assert.equal(told.length, 1)
  assert.deepEqual([before.rank, (await mineOf(ada)).rank], [2, 1])
})

test('points leave the board of all time when their validity ends, and no period', async () => {
  const app = await open({ subject: 'partner' })
  const now = new Date(app.time.now).toISOString()
  await app.store.write((tables) =>
    give(
      tables,
      [aPoint({ partnerId: 'north', rule: 'visit', at: now, validUntil: later(now, 1000) })],
      now,
    ),
  )
  const value = async (period: string) =>
    (await mineOf(await app.signIn('ada'), 'b0', period)).value
  assert.equal(await value('all'), 10)
  app.time.now += 5000
  await app.app.tick()

  assert.equal(await value('all'), 0)
  assert.equal(await value('month:2026-11'), 10)
})
