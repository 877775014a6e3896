import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { memoryStore } from '../store/memory/memory-store.ts'
import type { Store } from '../store/store.ts'
import { importContent } from './import.ts'
import { describe } from './problems.ts'

const vendor = `
name: Tidemark
timeZone: Europe/Berlin
languages: [en]
currencies: [EUR, USD, JPY]
deals:
  stages: [{ value: pilot, label: Pilot }]
`
const base = {
  'vendor.yaml': vendor,
  'products.csv': 'key,name,price.EUR\npump,Pump,1234.50\nvalve,Valve,80\n',
  'partners.csv': 'key,name,country,distributor\np1,Müller & Söhne,DE,p2\np2,Großhandel,DE,\n',
  'users.csv': 'key,name,email,role,partners\nu1,Jörg,joerg@p1.example,partner_seller,p1\n',
}
const columns =
  'key,status,partner,owner,companyName,lines,amount,currency,protectedUntil,submittedAt'
const deal = (key: string, amount = '10.00') =>
  `${key},approved,p1,u1,Stadtwerke ${key},pump*2@1000.00|valve*3@70,${amount},EUR,today+30,today-12 10:00`

type Files = Record<string, string | Uint8Array>

async function folder(t: TestContext, files: Files): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'prmkit-content-'))
  t.after(() => rm(dir, { recursive: true }))
  await write(dir, files)
  return dir
}

async function write(dir: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), text)
  }
}

async function run(store: Store, dir: string, now = '2026-03-27T12:00:00.000Z') {
  const log = { info() {}, warn() {}, error() {} }
  const { files, problems } = await importContent(store, dir, { log, clock: () => Date.parse(now) })
  return {
    problems: problems.map(describe),
    ...Object.fromEntries(
      files.map(({ file, added, changed, unchanged, bad }) => [
        file,
        [added, changed, unchanged, bad],
      ]),
    ),
  } as Record<string, unknown> & { problems: string[] }
}

const all = { scope: { kind: 'all' } } as const
const dealsOf = async (store: Store) =>
  (await store.read.deals.list(all, 'name_asc', { limit: 100 })).items
const eventsOf = async (store: Store) => (await store.read.events.after(undefined, 1000))!.events

test('a manager whose portfolio was emptied keeps it, and all must be said', async (t) => {
  const store = memoryStore()
  const users = (partners: string, access: string, role = 'vendor_manager') => ({
    'users.csv': `key,name,email,role,partners,access\nm1,Mo,mo@v.example,${role},${partners},${access}\n`,
  })
  const portfolio = async () => (await store.read.users.byExternalId('m1'))!.partnerIds.length
  const dir = await folder(t, { ...base, ...users('p1', '') })
  assert.deepEqual((await run(store, dir)).problems, [])

  await write(dir, users('', ''))
  const emptied = await run(store, dir)
  assert.match(emptied.problems.join(), /needs partners here, or “all” in the column access/)
  assert.equal(await portfolio(), 1)

  await write(dir, users('p1', 'all'))
  assert.match((await run(store, dir)).problems.join(), /with partners here sees these/)
  await write(dir, users('p1', 'all', 'partner_seller'))
  assert.match((await run(store, dir)).problems.join(), /Only a vendor manager can have “all”/)
  await write(dir, users('', 'all'))
  assert.deepEqual((await run(store, dir)).problems, [])
  assert.equal(await portfolio(), 0)
})

test('rows become records that name one another', async (t) => {
  const store = memoryStore()
  const dir = await folder(t, { ...base, 'deals.csv': `${columns}\n${deal('d1')}\n` })

  const report = await run(store, dir)

  assert.deepEqual(report.problems, [])
  const [made] = await dealsOf(store)
  const user = await store.read.users.byExternalId('u1')
  const [partner] = await store.read.partners.many(user!.partnerIds)
  const [distributor] = await store.read.partners.many([partner!.distributorId!])
  assert.equal(distributor!.name, 'Großhandel')
  assert.deepEqual(made!.partners, [{ partnerId: partner!.id, role: 'owner' }])
  assert.equal(made!.ownerUserId, user!.id)
  assert.deepEqual(made!.totals, [{ amount: '2210.00', currency: 'EUR' }])
  assert.deepEqual(
    made!.lines.map(({ name, quantity }) => [name, quantity]),
    [
      ['Pump', 2],
      ['Valve', 3],
    ],
  )
  assert.equal(made!.protection!.expiresAt, '2026-04-26T21:59:59.999Z')
  assert.equal(made!.submittedAt, '2026-03-15T09:00:00.000Z')
  assert.deepEqual(made!.externalIds, { key: 'd1' })
})

test('a partner keeps the tier and the region of its row', async (t) => {
  const store = memoryStore()
  const row = 'key,name,tier,region\np1,One,Gold,EMEA\np2,Two,,\n'
  const dir = await folder(t, { ...base, 'partners.csv': row })
  assert.deepEqual((await run(store, dir)).problems, [])
  const { items } = await store.read.partners.list(all, { limit: 5 })

  assert.deepEqual(
    items.map(({ name, tier, region }) => [name, tier, region]),
    [
      ['One', 'Gold', 'EMEA'],
      ['Two', undefined, undefined],
    ],
  )
})

test('a decision without a date is due by the vendor’s business hours', async (t) => {
  const store = memoryStore()
  const dir = await folder(t, {
    ...base,
    'vendor.yaml': `${vendor}businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }\n`,
    'deals.csv': `${columns}\n${deal('d1').replace('approved', 'submitted').replace('today-12 10:00', 'today 16:00')}\n`,
  })

  await run(store, dir)

  // Sent in on a Friday an hour before the vendor closes; the clocks change on Sunday.
  const [made] = await dealsOf(store)
  assert.equal(made!.submittedAt, '2026-03-27T15:00:00.000Z')
  assert.match(made!.decisionDueAt!, /^2026-03-3[01]T/)
})

test('a draft is its partner’s own until it is sent in, whatever distributor its row names', async (t) => {
  const store = memoryStore()
  const head = 'key,status,partner,distributor,companyName'
  const dir = await folder(t, {
    ...base,
    'deals.csv': `${head}\nd1,draft,p1,p2,A\nd2,submitted,p1,p2,B\n`,
  })
  assert.deepEqual((await run(store, dir)).problems, [])

  const [partnerId = ''] = (await store.read.users.byExternalId('u1'))!.partnerIds
  const scope = { kind: 'partner', partnerId } as const
  const rolesOf = async () =>
    (await store.read.deals.list({ scope }, 'name_asc', { limit: 10 })).items.map(({ partners }) =>
      partners.map(({ role }) => role),
    )
  assert.deepEqual(await rolesOf(), [['owner'], ['owner', 'distributor']])
  await write(dir, { 'deals.csv': `${head}\nd1,submitted,p1,p2,A\nd2,submitted,p1,p2,B\n` })
  await run(store, dir)
  assert.deepEqual(await rolesOf(), [
    ['owner', 'distributor'],
    ['owner', 'distributor'],
  ])
})

test('a second run changes nothing, also on another day', async (t) => {
  const store = memoryStore()
  const dir = await folder(t, {
    ...base,
    'deals.csv': `${columns}\n${deal('d1')}\n`,
    'comments.csv': 'deal,at,user,text\nd1,today-1 10:00,u1,Grüße\n',
    'timeline.csv': 'deal,at,user,type\nd1,today-2 10:00,,deal.approved\n',
  })
  await run(store, dir)
  const [before] = await dealsOf(store)
  const told = (await eventsOf(store)).length

  const report = await run(store, dir, '2026-05-09T12:00:00.000Z')

  assert.deepEqual(report, {
    problems: [],
    'vendor.yaml': [0, 0, 1, 0],
    'products.csv': [0, 0, 2, 0],
    'partners.csv': [0, 0, 2, 0],
    'users.csv': [0, 0, 1, 0],
    'deals.csv': [0, 0, 1, 0],
    'comments.csv': [0, 0, 1, 0],
    'timeline.csv': [0, 0, 1, 0],
  })
  assert.deepEqual(await dealsOf(store), [before])
  assert.equal((await eventsOf(store)).length, told)
})

test('moving columns, other quotes and another line end are no change', async (t) => {
  const store = memoryStore()
  const dir = await folder(t, {
    ...base,
    'deals.csv': `key,status,partner,companyName\nd1,draft,p1,"A"\n`,
  })
  await run(store, dir)

  await write(dir, { 'deals.csv': `Company_Name;partner;STATUS;key;\r\nA;p1;draft;d1;\r\n` })
  const report = await run(store, dir)

  assert.deepEqual(report['deals.csv'], [0, 0, 1, 0])
})

test('a changed row moves its own revision and tells of it once', async (t) => {
  const store = memoryStore()
  const rows = Array.from({ length: 50 }, (_, index) => deal(`d${index}`))
  const dir = await folder(t, { ...base, 'deals.csv': [columns, ...rows].join('\n') })
  await run(store, dir)
  const before = await dealsOf(store)
  const told = (await eventsOf(store)).length

  rows[17] = deal('d17', '11.00')
  await write(dir, { 'deals.csv': [columns, ...rows].join('\n') })
  const report = await run(store, dir)

  assert.deepEqual(report['deals.csv'], [0, 1, 49, 0])
  const moved = (await dealsOf(store)).filter(
    ({ id, revision }) => revision !== before.find((one) => one.id === id)?.revision,
  )
  assert.deepEqual(
    moved.map(({ number }) => number),
    ['d17'],
  )
  assert.deepEqual(moved[0]!.amount, { amount: '11.00', currency: 'EUR' })
  const [event, ...more] = (await eventsOf(store)).slice(told)
  assert.deepEqual(more, [])
  assert.equal(event!.resourceId, moved[0]!.id)
  assert.equal(event!.revision, moved[0]!.revision)
})

test('a changed comment or entry of the timeline changes, and is told once', async (t) => {
  const store = memoryStore()
  const comments = (text: string, more = '') =>
    `key,deal,at,user,text\n,d1,2026-03-20 10:00,u1,${text}\n,d1,2026-03-20 10:00,u1,Second\nk,d1,2026-03-21 9:00,u1,Keyed${more}\n`
  const timeline = (reason: string) =>
    `deal,at,type,reasonCode,reasonText\nd1,2026-03-20 10:00,deal.approved,fits,${reason}\n`
  const dir = await folder(t, {
    ...base,
    'deals.csv': `${columns}\n${deal('d1')}\n`,
    'comments.csv': comments('First'),
    'timeline.csv': timeline('Yes'),
  })
  const first = await run(store, dir)
  const [{ id } = { id: '' }] = await dealsOf(store)
  const said = async () => {
    const [{ items: talk }, { items: entries }] = [
      await store.read.comments.list(id, {}, { limit: 10 }),
      await store.read.timeline.list(id, { limit: 10 }),
    ]
    return {
      ids: [...talk, ...entries].map((one) => one.id).toSorted(),
      texts: [...talk.map(({ text }) => text), ...entries.map(({ reason }) => reason?.text)],
    }
  }
  const before = await said()
  const place = await store.read.events.end()
  await write(dir, { 'comments.csv': comments('Changed', ' anew'), 'timeline.csv': timeline('No') })

  const report = await run(store, dir)
  const again = await run(store, dir)
  const after = await said()
  const { events } = (await store.read.events.after(place, 10))!

  assert.deepEqual(
    [first['comments.csv'], first['timeline.csv']],
    [
      [3, 0, 0, 0],
      [1, 0, 0, 0],
    ],
  )
  assert.deepEqual(
    [report['comments.csv'], report['timeline.csv']],
    [
      [0, 2, 1, 0],
      [0, 1, 0, 0],
    ],
  )
  assert.deepEqual(
    [again['comments.csv'], again['timeline.csv']],
    [
      [0, 0, 3, 0],
      [0, 0, 1, 0],
    ],
  )
  assert.deepEqual(after.ids, before.ids)
  assert.deepEqual(after.texts.toSorted(), ['Changed', 'Keyed anew', 'No', 'Second'])
  assert.deepEqual(
    events.map(({ type, resourceId, revision }) => [type, resourceId, revision]),
    [
      ['deal.commented', id, 1],
      ['deal.commented', id, 1],
      ['deal.updated', id, 1],
    ],
  )
})

test('entries of deals that are unknown or gone are told or left out', async (t) => {
  const store = memoryStore()
  const head = 'deal,at,user,text\n'
  const row = 'd1,2026-03-20 10:00,u1,First\n'
  const dir = await folder(t, {
    ...base,
    'deals.csv': `${columns.replace('protectedUntil,', '')}\nd1,submitted,p1,u1,A,,,,\n`,
    'comments.csv': `${head}${row}${row}d9,2026-03-20 10:00,u1,Lost\n`,
  })
  const { problems } = await run(store, dir)
  const [gone] = await dealsOf(store)
  await store.write(({ deals }) => deals.remove(gone!))
  const place = await store.read.events.end()
  await write(dir, { 'comments.csv': `${head}${row.replace('First', 'Changed')}` })

  assert.deepEqual(problems, [
    'comments.csv:3: The row says the same as one before it.',
    'comments.csv:4, column deal: “d9” is not the key of a row in deals.csv that could be used.',
  ])
  assert.deepEqual((await run(store, dir))['comments.csv'], [0, 0, 1, 0])
  assert.equal(await store.read.events.end(), place)
})

test('a row may name a row below it', async (t) => {
  const store = memoryStore()
  const head = 'key,status,partner,companyName,duplicateOf'
  const dir = await folder(t, {
    ...base,
    'deals.csv': `${head}\na,duplicate,p1,A,b\nb,duplicate,p1,A,c\nc,submitted,p1,A,\n`,
  })

  const report = await run(store, dir)

  assert.deepEqual(report['deals.csv'], [3, 0, 0, 0])
  const byNumber = new Map((await dealsOf(store)).map((one) => [one.number, one]))
  assert.deepEqual(byNumber.get('a')!.conflictDealIds, [byNumber.get('b')!.id])
})

test('a bad row is told with its place, and the rest goes in', async (t) => {
  const head = `${columns},contactEmail,stage`
  const dir = await folder(t, {
    ...base,
    'deals.csv': [
      head,
      `${deal('ok')},a@b.example,pilot`,
      `${deal('d2', '"12,5x"')},,`,
      `${deal('d3', '1.005')},,`,
      `${deal('d4').replace('p1', 'p9')},,`,
      `${deal('d5').replace('pump*2', 'pomp*2')},,`,
      `${deal('d6').replace('valve*3', 'valve*-3')},,`,
      `${deal('d7').replace('approved', 'aproved')},,`,
      `${deal('d8').replace('today+30', '30/4/2026')},not mail,pilott`,
      `${deal('ok')},,`,
      `${deal('')},,`,
      'd9,approved',
      `${deal('d10').replace('EUR', 'CHF')},,`,
      `${deal('d11').replace('Stadtwerke', 'a\u0000b')},,`,
      `${deal('d12').replace('Stadtwerke', 'x'.repeat(10_000))},,`,
      `${deal('d13').replace('today+30', '')},,`,
      `${deal('d14').replace('pump*2@1000.00', 'pump*1000000@999999999999.00')},,`,
    ].join('\n'),
  })
  const store = memoryStore()

  const report = await run(store, dir)

  assert.deepEqual(report['deals.csv'], [1, 0, 0, 15])
  assert.deepEqual(report.problems, [
    'deals.csv:3, column amount: “12,5x” is not a number. Write 1234.50.',
    'deals.csv:4, column amount: “1.005” has more decimals than EUR has (2). Write 1234.50.',
    'deals.csv:5, column partner: “p9” is not the key of a row in partners.csv that could be used.',
    'deals.csv:6, column lines: “pomp” is not the key of a row in products.csv that could be used.',
    'deals.csv:7, column lines: “-3” is not a whole number from 1 to 1000000.',
    'deals.csv:8, column status: “aproved” is not known. Did you mean “approved”?',
    'deals.csv:9, column contactEmail: The text is not an e-mail address.',
    'deals.csv:9, column protectedUntil: “30/4/2026” is not a date. Write 2026-03-31, or today+30.',
    'deals.csv:9, column stage: “pilott” is not a stage of vendor.yaml. Did you mean “pilot”?',
    'deals.csv:10, column key: “ok” is the key of line 2 already.',
    'deals.csv:11, column key: This column must be filled in.',
    'deals.csv:12: The row has 2 cells, the first row 12.',
    'deals.csv:13, column currency: “CHF” is not one of vendor.yaml: EUR, USD, JPY.',
    'deals.csv:14, column companyName: The control character U+0000 is not possible here.',
    'deals.csv:15, column companyName: The text has 10004 characters; 200 are possible.',
    'deals.csv:16, column protectedUntil: This column must be filled in.',
    'deals.csv:17, column lines: A sum has at most 15 digits before the decimal point.',
  ])
})

test('unknown and missing columns are told with what was meant', async (t) => {
  const dir = await folder(t, {
    ...base,
    'deals.csv': 'key,status,partner,companyNam\nd1,draft,p1,A\n',
    'accounts.csv': 'key,companyName,kind,contry\na1,A,house,DE\n',
  })

  const report = await run(memoryStore(), dir)

  assert.deepEqual(report['accounts.csv'], [1, 0, 0, 0])
  assert.deepEqual(report['deals.csv'], [0, 0, 0, 0])
  assert.match(report.problems[0]!, /^accounts.csv:1: The column “contry” .* mean “country”/)
  assert.match(report.problems[1]!, /^deals.csv:1: The column “companyNam” .* mean “companyName”/)
  assert.match(report.problems[2]!, /^deals.csv:1: The column companyName is missing/)
})

test('umlauts survive UTF-8 with a mark, UTF-16 and Windows-1252, and a guess is told', async (t) => {
  const text = 'key;name\np1;Müller – Söhne\n'
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
  const variants: [Uint8Array, number][] = [
    [Buffer.from(`\ufeff${text}`), 0],
    [utf16, 1],
    [Buffer.from(utf16).swap16(), 1],
    [Buffer.from(text, 'utf16le'), 1],
    [Buffer.from(text.replace('–', '-'), 'latin1'), 1],
  ]
  for (const [bytes, told] of variants) {
    const store = memoryStore()
    const dir = await folder(t, { 'vendor.yaml': vendor, 'partners.csv': bytes })

    const { problems } = await run(store, dir)

    const { items } = await store.read.partners.list(all, { limit: 10 })
    assert.match(items[0]!.name, /^Müller [–-] Söhne$/)
    assert.equal(problems.length, told, problems.join())
  }
})

test('amounts may be written as vendor.yaml states', async (t) => {
  const store = memoryStore()
  const dir = await folder(t, {
    ...base,
    'vendor.yaml': `${vendor}numbers: 1.234,50\n`,
    'products.csv': 'key;name;price.EUR;price.JPY\npump;Pump;1.234,5;120.000\n',
    'deals.csv': '',
  })

  await run(store, dir)

  const { items } = await store.read.products.list('', { limit: 5 })
  assert.deepEqual(items[0]!.listPrices, [
    { amount: '1234.50', currency: 'EUR' },
    { amount: '120000', currency: 'JPY' },
  ])
})

test('a name that would reach a prototype, and one that turns the text round, stay text', async (t) => {
  const store = memoryStore()
  const dir = await folder(t, {
    ...base,
    'deals.csv':
      'key,status,partner,companyName,custom.__proto__,custom.ok\nd1,submitted,p1,\u202eevil <img onerror=x>,1,2\n',
  })

  const { problems } = await run(store, dir)

  assert.match(problems[0]!, /“custom.__proto__” is not known/)
  const [made] = await dealsOf(store)
  assert.equal(made!.customer.companyName, '\u202eevil <img onerror=x>')
  assert.deepEqual(made!.custom, { ok: '2' })
})

test('a cell that a spreadsheet spoilt is refused by its name, and the other rows go in', async (t) => {
  const store = memoryStore()
  const dir = await folder(t, {
    ...base,
    'partners.csv': [
      'sep=;;;',
      'key;na\u200bme;country;externalId.crm',
      'p1\u200b;Müller & Söhne;DE;7',
      '1,23457E+12;Rounded;DE;7',
      '="00123";Formula;DE;7',
      'p3;#N/A;DE;7',
      'p4;Fine;#BEZUG!;7',
      'p5;Fine;DE;1.23457E+12',
      'p2;Großhandel\u200b;DE;',
    ].join('\n'),
  })

  const { problems, ...report } = await run(store, dir)

  assert.deepEqual(
    problems.map((problem) => problem.replace(/ (is|was) .*/, '')),
    [
      'partners.csv:4, column key: “1,23457E+12”',
      'partners.csv:5, column key: “="00123"”',
      'partners.csv:6, column name: “#N/A”',
      'partners.csv:7, column country: “#BEZUG!”',
      'partners.csv:8, column externalId.crm: “1.23457E+12”',
    ],
  )
  assert.deepEqual(report['partners.csv'], [2, 0, 0, 5])
  // The user names p1 without the invisible character, and finds it.
  assert.deepEqual(report['users.csv'], [1, 0, 0, 0])
  const page = await store.read.partners.list(all, { limit: 5 })
  assert.deepEqual(page.items.map(({ name }) => name).toSorted(), ['Großhandel', 'Müller & Söhne'])
})

test('a file that is too wide says so', async (t) => {
  const wide = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join()
  for (const count of [1001, 100_000]) {
    const dir = await folder(t, { ...base, 'products.csv': `${wide(count)}\n` })
    const { problems } = await run(memoryStore(), dir)

    assert.match(
      problems[0]!,
      count === 1001 ? /1001 columns; at most 1000/ : /at least \d{5} columns/,
    )
  }
})

test('a folder without anything to import, and one without a programme, are refused', async (t) => {
  const empty = await folder(t, { 'notes.txt': 'x' })
  await assert.rejects(run(memoryStore(), empty), /has nothing to import. Expected: vendor.yaml/)
  await assert.rejects(run(memoryStore(), join(empty, 'gone')), /gone cannot be read/)
  const lone = await folder(t, { 'partners.csv': 'key,name\np,P\n' })
  await assert.rejects(run(memoryStore(), lone), /no vendor.yaml that can be used/)
})

test('a file whose name is almost right is pointed out', async (t) => {
  const dir = await folder(t, { ...base, 'deal.csv': 'key\n' })

  const { problems } = await run(memoryStore(), dir)

  assert.deepEqual(problems, ['deal.csv: The file is not read. Did you mean “deals.csv”?'])
})

test('files and folders may be symbolic links', async (t) => {
  const store = memoryStore()
  const dir = await folder(t, { ...base, 'forms/deal.yaml': 'title: Deal\nsections: []\n' })
  for (const name of ['forms', 'partners.csv']) {
    await rename(join(dir, name), join(dir, `..${name}`))
    await symlink(`..${name}`, join(dir, name))
  }

  const report = await run(store, dir)

  assert.deepEqual(report['partners.csv'], [2, 0, 0, 0])
  assert.deepEqual(report['forms/deal.yaml'], [1, 0, 0, 0])
})
