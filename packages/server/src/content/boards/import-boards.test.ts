import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { aBoard, aPoint } from '../../../test/board-records.ts'
import { give } from '../../routes/boards/give.ts'
import { reverseOpen } from '../../routes/boards/reverse.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'
import { importContent } from '../import.ts'
import { describe } from '../problems.ts'

const files = {
  'vendor.yaml':
    'name: Tidemark\nlanguages: [en]\ncurrencies: [EUR]\ntimeZone: Europe/Berlin\ndeals: { form: none }\n',
  'partners.csv': 'key,name,tier\np1,One,Silver\np2,Two,Silver\n',
  'users.csv': 'key,name,email,role,partners\nu1,Uma,u@p1.example,partner_seller,p1\n',
  'points.yaml': `rules:
  - id: won
    event: deal.closed
    when: [{ field: /closure/outcome, equals: won }]
    points: { of: /amount, per: { EUR: 1000 } }
    text: Won
  - { id: visit, points: given, text: Visit }
  - { id: day, points: 25, text: Day }
`,
  'tiers.yaml': `tiers:
  - { id: Silver, name: Silver }
  - id: Gold
    name: Gold
    requirements: [{ id: p, text: Points, metric: points, minimum: 100 }]
`,
  'boards.yaml': `boards:
  - { id: all, title: All, subject: partner, identity: named, periods: [month, all] }
`,
  'deals.csv': `key,status,partner,companyName,amount,currency,submittedAt,protectedFrom,protectedUntil,outcome,closedAt
D1,closed,p1,Acme,12900,EUR,2026-03-01 09:00,2026-03-02 09:00,2026-06-01,won,2026-03-28 23:30
D2,closed,p2,Bolt,50000,EUR,2026-03-01 09:00,2026-03-02 09:00,2026-06-01,lost,2026-03-29 10:00
`,
}

const log = { info() {}, warn() {}, error() {} }

async function run(t: TestContext, changed: Record<string, string> = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'prmkit-boards-'))
  t.after(() => rm(dir, { recursive: true }))
  const store = memoryStore()
  const write = async (more: Record<string, string>) => {
    for (const [name, text] of Object.entries(more)) await writeFile(join(dir, name), text)
  }
  const again = async (more: Record<string, string> = {}, now = '2026-05-01T12:00:00.000Z') => {
    await write(more)
    const report = await importContent(store, dir, { log, clock: () => Date.parse(now) })
    return report.problems.map(describe)
  }
  await write({ ...files, ...changed })
  const value = async (period: string, key = 'p1') => {
    const ids = await store.read.content.find('partners', [key])
    const sheet = { boardId: 'all', period, group: '' }
    return (await store.read.boards.standing(sheet, ids.get(key)?.id ?? ''))?.score
  }
  return { store, again, value, problems: await again() }
}

test('rows under a bound make the same points in one import as one after another', async (t) => {
  const rules = `rules: [{ id: visit, points: given, cap: { points: 30, per: all }, text: Visit }]\n`
  const head = 'key,rule,partner,points\n'
  const rows = ['c,visit,p1,20', 'b,visit,p1,25', 'c,visit,p1,5', 'd,visit,p1,-4', 'e,visit,p1,9']
  const [once, later] = [await run(t), await run(t)]
  for (const each of [once, later])
    await each.again({
      ...{ 'points.yaml': rules, 'points.csv': `${head}${rows[0]}\n` },
      'deals.csv': files['deals.csv'].split('\n')[0]!,
    })
  await once.again({ 'points.csv': `${head}${rows.slice(1).join('\n')}\n` })
  for (const row of rows.slice(1)) await later.again({ 'points.csv': `${head}${row}\n` })
  const given = async ({ store }: typeof once) =>
    (await store.read.points.list({}, { limit: 50 })).items
      .map(({ key, points }) => `${key} ${points}`)
      .filter(
        (text) => text.includes('visit') || text.startsWith('external') || text.startsWith('#'),
      )
      .toSorted()

  assert.deepEqual(await given(once), await given(later))
  assert.deepEqual(await given(once), [
    '#2 external c 5',
    'external b 10',
    'external c 20',
    'external d -4',
    'external e 9',
  ])
})

test('another time zone puts points into the periods of its days, and keeps the days of contests', async (t) => {
  const { store, again, value } = await run(t, {
    'points.yaml': files['points.yaml'].replace('points: 25', 'points: 25, from: 2026-04-01'),
  })
  const { p1 } = Object.fromEntries(
    [...(await store.read.content.find('partners', ['p1']))].map(([key, { id }]) => [key, id]),
  )
  const inApril = aPoint({
    partnerId: p1!,
    rule: 'visit',
    points: 7,
    at: '2026-03-31T22:30:00.000Z',
  })
  const contest = {
    from: '2026-03-31T22:00:00.000Z',
    until: '2026-04-30T21:59:59.999Z',
    prizes: [],
  }
  await store.write(async (tables) => {
    await tables.boards.put([aBoard({ id: 'spring', rules: ['visit'], periods: [], contest })])
    await give(tables, [inApril], '2026-05-01T12:00:00.000Z')
  })
  const inContest = async () =>
    (await store.read.boards.standing({ boardId: 'spring', period: 'contest', group: '' }, p1!))
      ?.score
  const before = [await value('month:2026-03'), await value('month:2026-04'), await inContest()]
  const vendor = files['vendor.yaml'].replace('Europe/Berlin', 'America/New_York')
  const now = '2026-05-02T12:00:00.000Z'
  const problems = await again({ 'vendor.yaml': vendor }, now)
  const boards = await store.read.boards.all()

  assert.deepEqual([before, problems], [[12, 7, 7], []])
  assert.deepEqual(
    [await value('month:2026-03'), await value('month:2026-04'), await inContest()],
    [19, undefined, undefined],
  )
  assert.deepEqual(boards.find(({ id }) => id === 'spring')?.contest, {
    ...{ from: '2026-04-01T04:00:00.000Z', until: '2026-05-01T03:59:59.999Z', prizes: [] },
  })
  assert.deepEqual(
    boards.map(({ rulesSince }) => rulesSince),
    [now, now],
  )
  const { rules } = await store.read.programme.pointRules()
  const day = rules.find(({ id }) => id === 'day')
  assert.deepEqual(
    [day?.from, day?.since],
    ['2026-04-01T04:00:00.000Z', '2026-05-01T12:00:00.000Z'],
  )
  await again({}, '2026-05-03T12:00:00.000Z')
  assert.deepEqual(await store.read.boards.all(), boards)
})

test('a rule that is taken back takes all of its points, once, with the reason, and gives none', async (t) => {
  const { store, again, value } = await run(t, {
    'points.csv': 'key,rule,partner,points\na,visit,p1,7\nb,visit,p1,-2\n',
  })
  assert.equal(await value('all'), 12 + 5)
  const taken = files['points.yaml'].replace('text: Visit', 'text: Visit, takeBack: No visits.')
  const head = { 'points.yaml': taken, 'points.csv': 'key,rule,partner,points\n' }
  assert.deepEqual(await again(head), [])
  assert.equal(await value('all'), 12)
  const { items } = await store.read.points.list({ rules: ['visit'] }, { limit: 9 })
  assert.deepEqual(
    items.flatMap(({ points, reason }) => (reason ? [[points, reason]] : [])).toSorted(),
    [
      [-7, { code: 'rule-taken-back', text: 'No visits.' }],
      [2, { code: 'rule-taken-back', text: 'No visits.' }],
    ],
  )

  assert.deepEqual(await again({ 'points.csv': 'key,rule,partner,points\nc,visit,p1,7\n' }), [
    'points.csv:2, column rule: Its points were taken back: No visits. Take the row out.',
  ])
  assert.deepEqual(await again({ ...files, ...head }), [])
  assert.equal((await store.read.points.list({ rules: ['visit'] }, { limit: 9 })).items.length, 4)
  await again({
    'points.yaml': files['points.yaml'],
    'points.csv': 'key,rule,partner,points\nd,visit,p1,1\n',
  })
  assert.equal(await value('all'), 13)
})

test('a rule that has ended keeps its points, and one that is gone is told with what stands', async (t) => {
  const points = 'key,rule,partner,points,at\na,visit,p1,7,2026-03-31 23:30\n'
  const { again, value, store } = await run(t, { 'points.csv': points })
  const ended = files['points.yaml'].replace('points: given', 'points: given, to: 2026-03-31')
  const after = `${points}b,visit,p1,7,2026-04-01 00:30\n`
  assert.deepEqual(await again({ 'points.yaml': ended, 'points.csv': after }), [
    'points.csv:3, column at: The rule gave points until 2026-03-31.',
  ])
  assert.equal(await value('all'), 12 + 7)
  const wrong = ended.replace('to: 2026-03-31', 'from: 2026-04-01, to: 2026-03-31')
  assert.match((await again({ 'points.yaml': wrong }))[0] ?? '', /is before 2026-04-01/)

  const gone = files['points.yaml'].replace(/.*visit.*\n/, '')
  const none = { 'points.csv': 'key,rule,partner,points\n' }
  assert.deepEqual(await again({ ...none, 'points.yaml': gone }), [
    'points.yaml: “visit” is gone from the file. Its points stand: 7 of 1 event. To take them back, list it again with “takeBack: the reason”.',
  ])
  assert.equal((await store.read.points.sums({ rules: ['visit'] })).points, 7)
})

test('a tier of a board’s audience that nobody has is told with its line, and the board kept', async (t) => {
  const text = files['boards.yaml'].replace('title: All', 'title: All, audience: { tiers: [Gild] }')
  const { problems, store } = await run(t, { 'boards.yaml': text })

  assert.deepEqual(problems, [
    'boards.yaml:2: boards.0.audience.tiers.0 “Gild” is the tier of no partner, so nobody is meant by it. Did you mean “Gold”?',
  ])
  assert.equal((await store.read.boards.all()).length, 1)
})

test('somebody who gets another role leaves a board of the role, and comes back with it', async (t) => {
  const board =
    '  - { id: all, title: All, subject: person, identity: opt_in, periods: [all], audience: { roles: [partner_seller] } }\n'
  const { problems, store, again } = await run(t, {
    'boards.yaml': `boards:\n${board}`,
    'points.csv': 'key,rule,partner,user,points\na,visit,p1,u1,7\n',
  })
  const entries = async () =>
    (
      await store.read.boards.size(
        { boardId: 'all', period: 'all', group: '' },
        { minCohort: 1, audience: {} },
      )
    ).entries
  assert.deepEqual([problems, await entries()], [[], 1])
  const admin = files['users.csv'].replace('partner_seller', 'partner_admin')
  assert.deepEqual([await again({ 'users.csv': admin }), await entries()], [[], 0])
  await again({ 'points.csv': 'key,rule,partner,user,points\na,visit,p1,u1,9\n' })
  assert.equal(await entries(), 0)

  await again({ 'users.csv': files['users.csv'] })
  assert.equal(await entries(), 1)
})

test('deals of a file make their points in the month of the vendor’s zone, once', async (t) => {
  const { problems, value, again, store } = await run(t)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    [await value('month:2026-03'), await value('all'), await value('all', 'p2')],
    [12, 12, undefined],
  )
  await again()
  await again({ 'deals.csv': files['deals.csv'].replace('Acme', 'Acme AG') })

  assert.equal(await value('all'), 12)
  assert.equal((await store.read.points.list({}, { limit: 9 })).items.length, 1)
})

test('a month ends at midnight of the vendor’s zone, also in the night in which clocks change', async (t) => {
  // In Berlin 29 March 2026 has 23 hours, and March ends at 22:00 UTC.
  const rows = [
    'a,visit,p1,1,2026-03-31T21:59:59Z',
    'b,visit,p1,2,2026-03-31T22:00:00Z',
    'c,visit,p1,4,2026-03-29 02:30',
  ]
  const { problems, value } = await run(t, {
    'points.csv': ['key,rule,partner,points,at', ...rows].join('\n'),
  })

  assert.deepEqual(problems, [])
  assert.deepEqual([await value('month:2026-03'), await value('month:2026-04')], [12 + 5, 2])
})

const bad: Record<string, [file: string, from: string, to: string, told: RegExp]> = {
  'an unknown event': [
    'points.yaml',
    'deal.closed',
    'deal.closd',
    /points\.yaml:3: .*“deal\.closd” is no event.*deal\.closed/,
  ],
  'a rule that feeds itself': [
    'points.yaml',
    'deal.closed',
    'tiers.changed',
    /points\.yaml:3: .*loop/,
  ],
  'two rules of one name': [
    'points.yaml',
    'id: day',
    'id: visit',
    /“visit” is the name of another one/,
  ],
  'points of 10^15': [
    'points.yaml',
    'points: 25',
    'points: 1000000000000000',
    /points\.yaml:8: .*points/,
  ],
  'half points': ['points.yaml', 'points: 25', 'points: 2.5', /points\.yaml:8/],
  'a misspelt name': ['points.yaml', 'text: Day', 'txt: Day', /points\.yaml:8/],
  'a person on a board that names everybody': [
    'boards.yaml',
    'subject: partner',
    'subject: person',
    /boards\.yaml:2: .*“named” is for companies/,
  ],
  'a board of an unknown rule': [
    'boards.yaml',
    'title: All',
    'title: All, rules: [wom]',
    /“wom” is not there.*Did you mean “won”/,
  ],
  'a board without a period': [
    'boards.yaml',
    ', periods: [month, all]',
    '',
    /must name one at least/,
  ],
  'a contest that ends before it begins': [
    'boards.yaml',
    'periods: [month, all]',
    'contest: { from: 2026-05-02, until: 2026-05-01 }',
    /two days in this order/,
  ],
  'a prize whose last rank is before its first': [
    'boards.yaml',
    'periods: [month, all]',
    'contest: { from: 2026-05-01, until: 2026-05-02, prizes: [{ from: 3, to: 1, text: A cup }] }',
    /boards\.yaml:2: boards\.0\.contest\.prizes\.0\.to cannot be\. The best rank of the prize is 3/,
  ],
  'two prizes for one rank': [
    'boards.yaml',
    'periods: [month, all]',
    'contest: { from: 2026-05-01, until: 2026-05-02, prizes: [{ from: 1, to: 3, text: A cup }, { from: 3, text: A pen }] }',
    /boards\.yaml:2: boards\.0\.contest\.prizes\.1\.from cannot be\. Prize 1 is for the ranks 1 to 3/,
  ],
  'an amount without a currency': [
    'tiers.yaml',
    'metric: points',
    'metric: amount',
    /tiers\.yaml:5: .*currency/,
  ],
}

for (const [title, [file, from, to, told]] of Object.entries(bad))
  test(`${title} is told with its line, and nothing of the file is used`, async (t) => {
    const text = files[file as keyof typeof files].replace(from, to)
    const { problems, store } = await run(t, { [file]: text })

    assert.ok(
      problems.some((one) => told.test(one)),
      problems.join('\n'),
    )
    const { rules } = await store.read.programme.pointRules()
    const { tiers } = await store.read.programme.tiers()
    const boards = await store.read.boards.all()
    const used = { 'points.yaml': rules, 'tiers.yaml': tiers, 'boards.yaml': boards }
    assert.deepEqual(used[file as keyof typeof used], [])
  })

test('rows of points that cannot be counted are told, and the rest goes in', async (t) => {
  const rows = [
    ...['a,visit,p1,u1,5,', 'b,won,p1,,5,', 'c,visit,p9,,5,', 'd,visit,p1,,,', 'e,day,p1,,24,'],
    ...['f,visit,p2,u1,5,', 'g,visit,p1,,5,2026-05-02', 'h,visit,p1,,1e15,', 'a,visit,p1,,6,'],
  ]
  const { problems, value } = await run(t, {
    'points.csv': ['key,rule,partner,user,points,at', ...rows].join('\n'),
  })

  const lines = problems.flatMap((one) => /^points\.csv:(\d+)/.exec(one)?.[1] ?? [])
  assert.deepEqual(lines, ['3', '4', '5', '6', '7', '8', '9', '10'], problems.join('\n'))
  assert.equal(await value('all'), 12 + 5)
})

test('a row of points that says something new takes the place of the old one', async (t) => {
  const head = 'key,rule,partner,points\n'
  const { again, value, store } = await run(t, { 'points.csv': `${head}a,visit,p1,5` })
  for (const points of [7, 9]) {
    assert.deepEqual(await again({ 'points.csv': `${head}a,visit,p1,${points}` }), [])
    assert.equal(await value('all'), 12 + points)
  }
  await again()

  assert.equal(await value('all'), 12 + 9)
  assert.equal((await store.read.points.list({}, { limit: 99 })).items.length, 1 + 5)
})

test('rows of points count once, also where the vendor moves to another time zone', async (t) => {
  const { again, value, store } = await run(t, {
    'points.csv':
      'key,rule,partner,points,at\na,visit,p1,5,\nb,visit,p1,7,2026-04-30T23:00:00Z\nc,visit,p1,9,2026-04-01\nd,visit,p1,3,\n',
  })
  const mistake = (await store.read.points.list({}, { limit: 9 })).items.find(
    ({ key }) => key === 'external d',
  )!
  await store.write(async (tables) => {
    const wanted = [{ point: mistake, code: 'mistake' }]
    const at = '2026-05-01T13:00:00.000Z'
    await give(tables, await reverseOpen(tables, wanted, at), at)
  })
  const berlin = [await value('month:2026-04'), await value('month:2026-05'), await value('all')]
  const vendor = files['vendor.yaml'].replace('Europe/Berlin', 'America/New_York')
  assert.deepEqual(await again({ 'vendor.yaml': vendor }, '2026-06-02T12:00:00.000Z'), [])
  const { items } = await store.read.points.list({ rules: ['visit'] }, { limit: 99 })
  const times = (name: string) =>
    items.filter(({ key }) => key.endsWith(`external ${name}`)).map(({ at }) => at)

  assert.deepEqual(berlin, [9, 5 + 7, 12 + 5 + 7 + 9])
  assert.deepEqual(
    [await value('month:2026-04'), await value('month:2026-05'), await value('all')],
    [7 + 9, 5, 12 + 5 + 7 + 9],
  )
  assert.equal(await value('month:2026-06'), undefined)
  assert.deepEqual(
    ['a', 'b', 'd'].map((name) => times(name).length),
    [1, 1, 1],
  )
  // A day is the day of the vendor, wherever the vendor is.
  assert.deepEqual(times('c').toSorted(), ['2026-03-31T22:00:00.000Z', '2026-04-01T04:00:00.000Z'])
})

test('deals of a file take the room below a bound in the order of their rows', async (t) => {
  const points = files['points.yaml'].replace(
    'text: Won',
    'cap: { points: 20, per: all }\n    text: Won',
  )
  const [head, first, lost] = files['deals.csv'].replace(',p2,', ',p1,').trim().split('\n')
  const won = lost!.replace(',lost,', ',won,')
  const start = { 'points.yaml': points, 'deals.csv': `${head}\n${lost}` }
  const [once, later] = [await run(t, start), await run(t, start)]
  await once.again({ 'deals.csv': [head, won, first].join('\n') })
  for (const rows of [[won], [won, first]])
    await later.again({ 'deals.csv': [head, ...rows].join('\n') })
  const given = async ({ store }: typeof once) => {
    const { items } = await store.read.points.list({}, { limit: 9 })
    return items.map(({ source, points: sum }) => `${source?.name} ${sum}`).toSorted()
  }

  assert.deepEqual(await given(once), ['Acme 0', 'Bolt 20'])
  assert.deepEqual(await given(later), ['Acme 0', 'Bolt 20'])
})

test('a row of points that says again what it said before counts again', async (t) => {
  const head = 'key,rule,partner,points\n'
  const { again, value } = await run(t, { 'points.csv': `${head}a,visit,p1,5` })
  for (const points of [7, 5, 7, 5]) {
    await again({ 'points.csv': `${head}a,visit,p1,${points}` })
    assert.equal(await value('all'), 12 + points)
  }
})

test('a row of points that goes to another partner, and back, leaves nothing behind', async (t) => {
  const head = 'key,rule,partner,points\n'
  const { again, value } = await run(t, { 'points.csv': `${head}a,visit,p1,5` })
  for (const [row, ...sums] of [
    ['a,visit,p2,5', 12, 5],
    ['a,visit,p1,6', 12 + 6, undefined],
    ['a,visit,p2,7', 12, 7],
  ]) {
    await again({ 'points.csv': `${head}${row}` })
    assert.deepEqual([await value('all'), await value('all', 'p2')], sums)
  }
})

test('rows of points stay below the bound of their rule, also when they are corrected', async (t) => {
  const bounded = files['points.yaml'].replace(
    'Visit }',
    'Visit, cap: { points: 30, per: month } }',
  )
  const head = 'key,rule,partner,points,at\n'
  const rows = (first: number) =>
    `${head}a,visit,p1,${first},2026-04-02\nb,visit,p1,20,2026-04-02\nc,visit,p1,9,2026-03-02\n`
  const { again, value, store } = await run(t, {
    ...{ 'points.yaml': bounded, 'points.csv': rows(20) },
  })
  assert.deepEqual([await value('month:2026-04'), await value('month:2026-03')], [30, 12 + 9])
  const capped = (await store.read.points.list({}, { limit: 9 })).items.filter((one) => one.capped)
  assert.deepEqual(
    capped.map(({ points }) => points),
    [10],
  )
  await again({ 'points.csv': rows(100) })

  assert.equal(await value('month:2026-04'), 30)
})

test('a row of points with the key of an event that came by the API is that one, or refused', async (t) => {
  const { again, value, store } = await run(t)
  const partnerId = (await store.read.content.find('partners', ['p1'])).get('p1')!.id
  const at = '2026-04-30T10:00:00.000Z'
  const point = aPoint({ key: 'external a', partnerId, rule: 'visit', points: 5, at })
  await store.write((tables) => give(tables, [point], at))
  const head = 'key,rule,partner,points\n'
  for (const points of [50, 60]) {
    const problems = await again({ 'points.csv': `${head}a,visit,p1,${points}\nb,visit,p1,1` })
    assert.deepEqual(problems, [
      `points.csv:2, column key: “a” names an event that came by the API and says something else: rule visit, 5 points, ${at}. Reverse that one, or name this one otherwise.`,
    ])
    assert.equal(await value('all'), 12 + 5 + 1)
  }
  assert.deepEqual(await again({ 'points.csv': `${head}a,visit,p1,5` }), [])
  assert.equal(await value('all'), 12 + 5 + 1)
  await again({ 'points.csv': `${head}a,visit,p1,8` })

  assert.equal(await value('all'), 12 + 8 + 1)
})

test('a board tells since when its rules are as they are, and counts anew with others', async (t) => {
  const { again, store, value } = await run(t, {
    'points.csv': 'key,rule,partner,points\na,visit,p1,5',
  })
  const before = (await store.read.boards.get('all'))!
  const later = '2026-05-09T12:00:00.000Z'
  await again({}, later)
  assert.equal((await store.read.boards.get('all'))!.revision, before.revision)
  const narrow = files['boards.yaml'].replace('title: All', 'title: All, rules: [won]')
  await again({ 'boards.yaml': narrow }, later)

  const after = (await store.read.boards.get('all'))!
  assert.deepEqual([after.rulesSince, after.revision], [later, before.revision + 1])
  assert.equal(await value('all'), 12)
})

test('a rule that changes dates the boards that count it, also one that came by the API', async (t) => {
  const { again, store } = await run(t)
  const [file] = await store.read.boards.all()
  const { fromFile: _, ...own } = { ...file!, id: 'own', rules: ['day'], status: 'draft' as const }
  await store.write(({ boards }) => boards.put([own, { ...own, id: 'other', rules: ['won'] }]))
  const now = '2026-05-09T12:00:00.000Z'
  await again({ 'points.yaml': files['points.yaml'].replace('points: 25', 'points: 30') }, now)
  const since = async (id: string) => (await store.read.boards.get(id))!.rulesSince

  assert.deepEqual([await since('all'), await since('own')], [now, now])
  assert.equal(await since('other'), own.rulesSince)
  assert.equal((await store.read.boards.get('own'))!.revision, own.revision + 1)
})

test('every edit of a board takes effect with the next import', async (t) => {
  const board = (fields: string) => ({
    'boards.yaml': `boards:\n  - { id: all, title: All, subject: partner, identity: named, ${fields} }\n`,
  })
  const { again, store, problems } = await run(t, board('periods: [month], from: today-30'))
  assert.deepEqual(problems, [])
  const after = async (fields: string, now = '2026-05-20T12:00:00.000Z') => {
    assert.deepEqual(await again(board(fields), now), [])
    return (await store.read.boards.get('all'))!
  }
  const value = async (period: string, group: string) =>
    (await store.read.boards.entries({ boardId: 'all', period, group }, { above: 0, below: 1 }))[0]
      ?.score

  assert.equal((await after('periods: [month], from: today-30')).firstDay, '2026-04-01')
  assert.equal((await after('periods: [month], from: today-5')).firstDay, '2026-05-15')
  assert.equal((await after('periods: [month], from: 2026-02-01')).firstDay, '2026-02-01')
  assert.equal((await after('periods: [month]')).firstDay, '2026-05-01')
  assert.deepEqual(
    [await value('year:2026', ''), await value('month:2026-03', '')],
    [undefined, 12],
  )
  await after('periods: [year], scope: tier, ranking: dense')
  assert.deepEqual(
    [await value('year:2026', 'Silver'), await value('month:2026-03', '')],
    [12, undefined],
  )
  assert.equal((await store.read.boards.get('all'))!.ranking, 'dense')

  const march = 'contest: { from: 2026-03-01, until: 2026-03-31 }'
  await after(march)
  assert.equal(await value('contest', ''), 12)
  await after(march.replace('03-01', '03-30'))
  assert.equal(await value('contest', ''), undefined)
  const counted = 'contest: { from: today-60, until: today+9 }'
  const first = await after(counted)
  assert.equal(await value('contest', ''), 12)
  const same = await after(counted, '2026-05-28T12:00:00.000Z')
  assert.deepEqual(same, first)
  const moved = await after(counted.replace('60', '20'))
  assert.equal(moved.contest?.from, '2026-04-29T22:00:00.000Z')
  assert.equal(await value('contest', ''), undefined)
})

test('negative points of a file are a deduction, where the rule leaves points open', async (t) => {
  const { problems, value } = await run(t, {
    'points.csv': 'key,rule,partner,points\na,visit,p1,-5\nb,day,p1,-25\n',
  })

  assert.equal(await value('all'), 12 - 5)
  assert.deepEqual(problems, [
    'points.csv:3, column points: The rule gives 25. To take points back, reverse their event.',
  ])
})

const later = (rule: string) => ({ 'points.yaml': `${files['points.yaml']}  - { ${rule} }\n` })

test('a rule that comes later rewards what was done since its day, once', async (t) => {
  const { again, store, value } = await run(t)
  const sent = 'id: sent, event: deal.submitted, points: 10, text: Sent'
  assert.deepEqual(await again(later(sent)), [])
  assert.deepEqual([await value('all'), await value('all', 'p2')], [12, undefined])
  for (const from of ['2026-03-02', '2026-03-01', '2026-03-01'])
    await again(later(`${sent}, from: ${from}`))

  assert.deepEqual([await value('month:2026-03'), await value('all', 'p2')], [12 + 10, 10])
  const { rules } = await store.read.programme.pointRules()
  assert.deepEqual(
    rules.filter(({ pending }) => pending),
    [],
  )
})

test('a rule that comes later knows what the history tells, also that points are taken back', async (t) => {
  const { again, store, value } = await run(t)
  const id = (await store.read.content.find('deals', ['D1'])).get('D1')!.id
  const at = '2026-03-20T10:00:00.000Z'
  const actor = { name: 'System', side: 'system' as const }
  await store.write(async ({ timeline }) => {
    await timeline.append({ id: 'e1', recordId: id, at, actor, type: 'deal.withdrawn' })
    await timeline.append({ id: 'e2', recordId: id, at, actor, type: 'deal.appealed' })
  })
  const rules = `id: sent, event: deal.submitted, points: 10, from: 2026-01-01, takenBackBy: [deal.withdrawn], text: Sent }
  - { id: appeal, event: deal.appealed, points: 1, from: 2026-01-01, text: Appealed`

  assert.deepEqual(await again(later(rules)), [])
  assert.deepEqual([await value('all'), await value('all', 'p2')], [12 + 1, 10])
})

test('a rule that comes later rewards nothing of what was undone', async (t) => {
  const { again, store, value } = await run(t)
  const id = (await store.read.content.find('deals', ['D1'])).get('D1')!.id
  const actor = { name: 'System', side: 'system' as const }
  const entry = (name: string, type: string, minute: number) => ({
    ...{ id: name, recordId: id, at: `2026-03-20T10:0${minute}:00.000Z`, actor, type },
  })
  await store.write(async ({ timeline }) => {
    await timeline.append(entry('e1', 'deal.declined', 1))
    await timeline.append(entry('e2', 'deal.undone', 2))
    await timeline.append(entry('e3', 'deal.withdrawn', 3))
    await timeline.append(entry('e4', 'deal.undone', 4))
  })
  const rules = `id: sent, event: deal.submitted, points: 10, from: 2026-01-01, takenBackBy: [deal.withdrawn], text: Sent }
  - { id: no, event: deal.declined, points: 1, from: 2026-01-01, text: Declined`

  assert.deepEqual(await again(later(rules)), [])
  assert.equal(await value('all'), 12 + 10)
})

test('an import that broke off while it rewarded what was done before goes on', async (t) => {
  const sent = later('id: sent, event: deal.submitted, points: 10, from: 2026-01-01, text: Sent')
  const { again, store, value } = await run(t)
  const write = store.write.bind(store)
  let writes = 0
  store.write = (work) => {
    if (++writes === 2) throw new Error('killed')
    return write(work)
  }
  await assert.rejects(again(sent), /killed/)
  store.write = write
  assert.equal(await value('all'), 12)
  await again()

  assert.deepEqual([await value('all'), await value('all', 'p2')], [12 + 10, 10])
})

test('a row that repeats its tier does not undo a tier that the programme gave', async (t) => {
  const { again, store } = await run(t)
  const id = (await store.read.content.find('partners', ['p1'])).get('p1')!.id
  const [partner] = await store.read.partners.many([id])
  await store.write(({ partners }) => partners.put([{ ...partner!, tier: 'Gold' }]))
  await again({ 'partners.csv': files['partners.csv'].replace('One', 'One GmbH') })
  const renamed = await store.read.partners.get(id)
  assert.deepEqual([renamed?.name, renamed?.tier], ['One GmbH', 'Gold'])
})

test('a tier that a file changes moves standing, history and news as one, and holds', async (t) => {
  const { again, store } = await run(t)
  const id = (await store.read.content.find('partners', ['p1'])).get('p1')!.id
  const told = async () => {
    const { items } = await store.read.tiers.changes({}, { limit: 9 })
    const { events } = (await store.read.events.after(undefined, 1000))!
    return {
      tiers: [
        (await store.read.partners.get(id))?.tier,
        (await store.read.tiers.standing(id))?.tier,
      ],
      changes: items.map(({ from, to, actor, reason }) => [from, to, actor.name, reason.code]),
      events: events.flatMap(({ type, resourceId }) =>
        type === 'tiers.changed' ? resourceId : [],
      ),
      audit: store.auditTrail.filter(({ action }) => action === 'tier.changed').length,
    }
  }
  const gold = files['partners.csv'].replace('One,Silver', 'One,Gold')
  assert.deepEqual(await again({ 'partners.csv': gold }), [])
  await again({ 'partners.csv': gold.replace('One', 'One GmbH') })
  const raised = {
    ...{ tiers: ['Gold', 'Gold'], changes: [['Silver', 'Gold', 'Tidemark', 'import']] },
    ...{ events: [id], audit: 1 },
  }
  assert.deepEqual(await told(), raised)
  assert.equal((await store.read.tiers.standing(id))?.byHand, true)

  await again({ 'partners.csv': gold.replace('One,Gold', 'One,Gild') })
  assert.deepEqual(await told(), { ...raised, tiers: ['Gild', undefined], events: [id, id] })
})
