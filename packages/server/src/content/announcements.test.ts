import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { memoryStore } from '../store/memory/memory-store.ts'
import type { Store } from '../store/store.ts'
import { importContent } from './import.ts'
import { describe } from './problems.ts'

const vendor = 'name: Tidemark\ntimeZone: Europe/Berlin\nlanguages: [en, de]\ncurrencies: [EUR]\n'
const head = (lines: string, text = 'We move.\n') => `---\n${lines}---\n${text}`

async function run(
  t: TestContext,
  files: Record<string, string | Uint8Array>,
  { store = memoryStore(), now = '2026-03-27T12:00:00.000Z' }: { store?: Store; now?: string } = {},
) {
  const dir = await mkdtemp(join(tmpdir(), 'prmkit-news-'))
  t.after(() => rm(dir, { recursive: true }))
  await mkdir(join(dir, 'announcements'))
  await writeFile(join(dir, 'vendor.yaml'), vendor)
  await writeFile(join(dir, 'partners.csv'), 'key,name,tier\np1,One,Gold\np2,Two,Silver\n')
  for (const [name, text] of Object.entries(files))
    await writeFile(join(dir, 'announcements', name), text)
  const log = { info() {}, warn() {}, error() {} }
  const report = await importContent(store, dir, { log, clock: () => Date.parse(now) })
  const sums = report.files.find(({ file }) => file === 'announcements/*.md')!
  const stored = async (key: string) => {
    const id = (await store.read.content.find('announcements', [key])).get(key)?.id
    return id === undefined ? undefined : (await store.read.announcements.many([id]))[0]
  }
  return { store, stored, sums, problems: report.problems.map(describe) }
}

test('a file becomes an announcement with its key, dates, audience and text', async (t) => {
  const front = `title: We move to Kiel
validFrom: 2026-04-01
validUntil: 2026-04-30
acknowledge: true
audience:
  tiers: [Gold, Silver]
  partners: p1
  partnerKinds: [reseller]
  roles: [partner_admin]
`
  const { stored, store, problems } = await run(t, { 'move.md': head(front, '# New\n\n- a\n') })
  const { id: _, ...record } = (await stored('move'))!
  const partner = (await store.read.content.find('partners', ['p1'])).get('p1')!

  assert.deepEqual(problems, [])
  assert.deepEqual(record, {
    externalIds: { key: 'move' },
    ...{ createdAt: '2026-03-27T12:00:00.000Z', updatedAt: '2026-03-27T12:00:00.000Z' },
    revision: 1,
    language: 'en',
    texts: { en: { title: 'We move to Kiel', text: '# New\n\n- a' } },
    validFrom: '2026-03-31T22:00:00.000Z',
    validUntil: '2026-04-30T21:59:59.999Z',
    dueAt: '2026-03-31T22:00:00.000Z',
    acknowledge: true,
    audience: {
      ...{ tiers: ['Gold', 'Silver'], partnerIds: [partner.id], partnerKinds: ['reseller'] },
      roles: ['partner_admin'],
    },
  })
})

test('files with a language in their name belong to one announcement', async (t) => {
  const { stored, problems, sums } = await run(t, {
    'move.md': head('title: We move\n'),
    'move.de.md': head('title: Wir ziehen um\n', 'Nach Kiel.'),
    'nur.de.md': head('title: Nur auf Deutsch\n'),
    'year.2026.md': head('title: Year\nkey: the-year\n'),
  })

  assert.deepEqual([problems, sums.added], [[], 3])
  assert.deepEqual((await stored('move'))?.texts, {
    en: { title: 'We move', text: 'We move.' },
    de: { title: 'Wir ziehen um', text: 'Nach Kiel.' },
  })
  assert.deepEqual((await stored('nur'))?.language, 'de')
  assert.ok(await stored('the-year'))
})

test('a second import changes nothing, and a changed file one announcement that keeps its start', async (t) => {
  const files = { 'a.md': head('title: A\n'), 'b.md': head('title: B\nvalidUntil: today+7\n') }
  const { store, stored } = await run(t, files)
  const first = (await stored('a'))!
  const later = { store, now: '2026-03-28T12:00:00.000Z' }
  const again = await run(t, files, later)
  const changed = await run(t, { ...files, 'a.md': head('title: A\n', 'Other text.') }, later)
  const second = (await stored('a'))!

  assert.deepEqual([again.sums.unchanged, again.sums.changed], [2, 0])
  assert.deepEqual([changed.sums.unchanged, changed.sums.changed], [1, 1])
  assert.deepEqual(
    [second.id, second.validFrom, second.createdAt],
    [first.id, first.validFrom, first.createdAt],
  )
  assert.deepEqual([second.revision, second.updatedAt], [2, later.now])
})

const wrong: Record<string, [files: Record<string, string | Uint8Array>, problem: RegExp]> = {
  'no front matter': [
    { 'a.md': 'We move.' },
    /^announcements\/a\.md:1: The front matter is missing/,
  ],
  'front matter without an end': [
    { 'a.md': '---\ntitle: A\n' },
    /a\.md:1: The front matter is missing/,
  ],
  'broken front matter': [
    { 'a.md': head('title: A\nkey: [x\n') },
    /a\.md:4, column 1: Flow sequence/,
  ],
  'a list for front matter': [
    { 'a.md': head('- title\n') },
    /a\.md:2: The front matter must be a map/,
  ],
  'an empty front matter': [
    { 'a.md': head('') },
    /a\.md, column title: This column must be filled/,
  ],
  'an unknown name': [
    { 'a.md': head('title: A\naudiance: { tiers: [Gold] }\n') },
    /a\.md:3: “audiance\.tiers” is not known\. Did you mean “audience\.tiers”\?/,
  ],
  'an audience that is no map': [
    { 'a.md': head('title: A\naudience: Gold\n') },
    /a\.md:3: “audience” is not known/,
  ],
  'an unknown kind of partner': [
    { 'a.md': head('title: A\naudience: { partnerKinds: [shop] }\n') },
    /a\.md:3, column audience\.partnerKinds: “shop” is not known\. Possible: reseller/,
  ],
  'an unknown partner': [
    { 'a.md': head('title: A\naudience:\n  partners: [p1, p9]\n') },
    /a\.md:4, column audience\.partners: “p9” is not the key of a row in partners\.csv/,
  ],
  'a wrong date': [
    { 'a.md': head('title: A\n\nvalidFrom: 2026-02-30\n') },
    /a\.md:4, column validFrom: “2026-02-30” is not a time/,
  ],
  'an end before the start': [
    { 'a.md': head('title: A\nvalidFrom: 2026-03-02\nvalidUntil: 2026-03-01\n') },
    /a\.md:4, column validUntil: This is before validFrom/,
  ],
  'a NUL': [{ 'a.md': head('title: A\n', 'x\n\0y') }, /a\.md:5: The control character U\+0000/],
  'a title that is too long': [
    { 'a.md': head(`title: ${'x'.repeat(201)}\n`) },
    /a\.md:2, column title: The text has 201 characters; 200 are possible/,
  ],
  'a text that is too long': [
    { 'a.md': head('title: A\n', 'x '.repeat(30_000)) },
    /a\.md:4, column text: The text has 59999 characters; 50000 are possible/,
  ],
  'a file that is too large': [
    { 'a.md': head('title: A\n', 'x'.repeat(600_000)) },
    /a\.md: The file has \d+ bytes; 500000 are possible/,
  ],
  'another encoding': [{ 'a.md': Buffer.from('---\ntitle: Größe\n---\n', 'latin1') }, /not UTF-8/],
  'a map for a title': [
    { 'a.md': head('title: { en: { x: A } }\n') },
    /a\.md:2, column title\.en: This must be a text/,
  ],
  'an unknown language': [
    { 'a.md': head('title: A\nlanguage: fr\n') },
    /a\.md:3, column language: “fr” is not one of the languages/,
  ],
  'a file in a language that nobody speaks': [
    { 'a.md': head('title: A\n'), 'a.fr.md': head('title: B\n') },
    /a\.fr\.md: fr is not one of the languages in vendor\.yaml/,
  ],
  'two files in one language': [
    { 'a.md': head('title: A\nlanguage: de\n'), 'a.de.md': head('title: B\n') },
    /a\.de\.md:4, column text\.de: Another file is in de already/,
  ],
  'an audience in a file of another language': [
    { 'a.md': head('title: A\n'), 'a.de.md': head('title: B\naudience: { tiers: [Gold] }\n') },
    /a\.de\.md:3: “audience\.tiers” stands in announcements\/a\.md, for all languages/,
  ],
  'a key that is there twice': [
    { 'a.md': head('title: A\nkey: x\n'), 'x.md': head('title: X\nkey: x\n') },
    /x\.md:3, column key: “x” is the key of announcements\/a\.md already/,
  ],
}

for (const [what, [files, problem]] of Object.entries(wrong))
  test(`${what} is told with its file and leaves the announcement out`, async (t) => {
    const { problems, sums, stored } = await run(t, { ...files, 'good.md': head('title: Good\n') })

    assert.match(problems.join('\n'), problem)
    assert.deepEqual([problems.length, sums.bad], [1, 1])
    assert.equal((await stored('good'))?.texts['en']?.title, 'Good')
    if (!('x.md' in files)) assert.equal(await stored('a'), undefined)
  })

test('a tier or region that no partner has is told with its file and the nearest one, and kept', async (t) => {
  const front = 'title: A\naudience:\n  tiers: [Gold, Sliver]\n  regions: [north]\n'
  const files = { 'a.md': head(front), 'b.md': head('title: B\naudience: { tiers: [Platinum] }\n') }
  const { problems, sums, stored } = await run(t, files)

  assert.deepEqual(problems, [
    'announcements/a.md:4, column audience.tiers: “Sliver” is the tier of no partner, so nobody is meant by it. Did you mean “Silver”?',
    'announcements/b.md:3, column audience.tiers: “Platinum” is the tier of no partner, so nobody is meant by it. Possible: Gold, Silver.',
  ])
  assert.deepEqual([sums.added, sums.bad], [2, 0])
  assert.deepEqual((await stored('a'))?.audience.tiers, ['Gold', 'Sliver'])
})

test('a change is told once to all who may read it or might until then, and nothing before its start', async (t) => {
  const store = memoryStore()
  const told = async (place: string) =>
    (await store.read.events.after(place, 10))!.events.map(({ type, audiences }) => [
      type,
      audiences,
    ])
  const news = (audience: string, from = '2026-03-01') => ({
    'a.md': head(`title: A\nvalidFrom: ${from}\naudience: { tiers: [${audience}] }\n`),
  })
  await run(t, news('Gold', '2026-05-01'), { store })
  const place = await store.read.events.end()
  assert.deepEqual(await told('0'), [])
  await run(t, news('Gold'), { store })
  await run(t, news('Silver'), { store })

  assert.deepEqual(await told(place), [
    ['announcement.updated', [{ tiers: ['Gold'] }]],
    ['announcement.updated', [{ tiers: ['Silver'] }, { tiers: ['Gold'] }]],
  ])
})
