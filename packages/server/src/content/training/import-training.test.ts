import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { contentTree } from '../../../test/content-tree.ts'
import {
  au,
  block,
  cmi5Package,
  cmi5Xml,
  scormPackage,
  scormXml,
  zipOf,
} from '../../../test/course-packages.ts'
import { pdf } from '../../../test/sample-files.ts'
import { collectFiles } from '../../files/collect-files.ts'
import { memoryFiles } from '../../files/memory-files.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'

const resource = (id: string, more = 'adlcp:scormtype="sco"') =>
  `<resource identifier="${id}" ${more} href="${id}.html"/>`

describe('a tree of courses', () => {
  const tree = contentTree()
  const { write } = tree
  const store = memoryStore()
  const fileStore = memoryFiles()
  const clock = () => Date.parse('2026-11-23T10:00:00.000Z')
  const bring = () => tree.bring('training', store, { fileStore, clock })
  const course = async (key: string) => {
    const row = (await store.read.content.find('courses', [key])).get(key)
    return row && (await store.read.courses.get(row.id))
  }

  before(() => {
    write(
      'vendor.yaml',
      'name: Acme\ntimeZone: Europe/Berlin\nlanguages: [en, de]\ncurrencies: [EUR]\ndeals: false\n',
    )
    write('products.csv', 'key,name\npump,Pump\n')
    write('training/safety.zip', cmi5Package())
    write(
      'training/safety.yaml',
      'minutes: 25\nproducts: pump\nmandatory: true\ntexts: { de: { title: Sicher mit Pumpen } }\n',
    )
    write('training/scorm/service.zip', scormPackage('1.2'))
    write('training/scorm/new.zip', scormPackage('2004 4th Edition'))
    write('training/web.yaml', 'title: On the web\nurl: https://academy.example/x\n')
    write('training/handbook.yaml', 'document: handbook.pdf\nprerequisites: [safety]\n')
    write('training/handbook.pdf', pdf(['Handbook']))
    write(
      'training/bench.yaml',
      `title: Day at the bench
classes:
  - { id: kiel, starts: 2026-12-01 09:00, ends: 2026-12-01 17:00, place: Kiel, seats: 8 }
  - { id: online, starts: 2026-12-02 09:00, ends: 2026-12-02 10:00, timeZone: Asia/Dubai, link: 'https://meet.example/1', seats: 20 }
`,
    )
    write(
      'training/paths.yaml',
      'paths:\n  - { id: start, title: Start, courses: [safety, { course: web, optional: true }] }\n',
    )
    write(
      'training/certifications.yaml',
      `certifications:
  - id: expert
    title: Expert
    courses: [{ course: safety, minimumScore: 0.9 }]
    validityMonths: 24
    requirement: { needed: 2, graceDays: 30, audience: { partnerKinds: [reseller] } }
`,
    )
  })
  after(tree.end)

  it('brings packages, links, documents, classes, paths and certifications in', async () => {
    const { counts, problems } = await bring()

    assert.deepEqual(problems, [])
    assert.deepEqual(counts, { added: 10, changed: 0, unchanged: 0, bad: 0 })
    const safety = await course('safety')
    assert.deepEqual(
      [safety?.kind, safety?.minutes, safety?.mandatory, safety?.status],
      ['cmi5', 25, true, 'published'],
    )
    assert.deepEqual(safety?.texts, {
      en: { title: 'Pump safety', description: 'How to stay unhurt.' },
      de: { title: 'Sicher mit Pumpen', description: '' },
    })
    const [unit] = safety?.units ?? []
    assert.deepEqual(
      [unit?.href, unit?.moveOn, unit?.masteryScore, unit?.launchMethod, unit?.texts],
      ['content/index.html?skin=a', 'CompletedAndPassed', 0.8, 'OwnWindow', { en: 'Part one' }],
    )
    const service = await course('scorm/service')
    assert.deepEqual([service?.kind, service?.units[0]?.masteryScore], ['scorm12', 0.8])
    assert.equal((await course('scorm/new'))?.kind, 'scorm2004')
    assert.deepEqual((await course('handbook'))?.prerequisiteIds, [safety?.id])
    const bench = await course('bench')
    const { items } = await store.read.classes.list({ courseIds: [bench!.id] }, { limit: 10 })
    assert.deepEqual(
      items.map(({ startsAt, seats }) => [startsAt, seats]),
      [
        ['2026-12-01T08:00:00.000Z', 8],
        ['2026-12-02T05:00:00.000Z', 20],
      ],
    )
    const [expert] = await store.read.certifications.asking(safety!.id)
    assert.deepEqual(
      [expert?.validityMonths, expert?.courses, expert?.requirement],
      [
        24,
        [{ courseId: safety!.id, minimumScore: 0.9 }],
        { needed: 2, graceDays: 30, audience: { partnerKinds: ['reseller'] } },
      ],
    )
  })

  it('changes nothing the second time, and retires what is gone', async () => {
    assert.deepEqual((await bring()).counts, { added: 0, changed: 0, unchanged: 10, bad: 0 })
    tree.remove('training/web.yaml')
    write('training/paths.yaml', 'paths:\n  - { id: start, title: Start, courses: [safety] }\n')
    write(
      'training/bench.yaml',
      'title: Day at the bench\nclasses:\n  - { id: kiel, starts: 2026-12-01 09:00, ends: 2026-12-01 17:00, place: Kiel, seats: 8 }\n',
    )

    const { counts } = await bring()

    assert.deepEqual(counts, { added: 0, changed: 3, unchanged: 7, bad: 0 })
    assert.equal((await course('web'))?.status, 'retired')
    const { items } = await store.read.classes.list(
      { courseIds: [(await course('bench'))!.id] },
      { limit: 10 },
    )
    assert.deepEqual(
      items.map(({ status }) => status),
      ['scheduled', 'cancelled'],
    )
  })

  it('books who is down for a class once, those beyond its seats as waiting', async () => {
    write(
      'users.csv',
      'key,name,email,role,partners\nu1,Ada,ada@a.example,partner_admin,p1\nu2,Sam,sam@a.example,partner_admin,p1\n',
    )
    write('partners.csv', 'key,name,kind\np1,Acme Partner,reseller\n')
    const day = (place: string, booked: string) =>
      write(
        'training/day.yaml',
        `title: Day\nclasses:\n  - { id: past, starts: 2026-11-20 09:00, ends: 2026-11-20 17:00, place: ${place}, seats: 1, booked: ${booked} }\n`,
      )
    day('Kiel', '[u1, u2, nobody]')
    const { problems } = await bring()
    const id = (await store.read.content.find('classes', ['day#past'])).get('day#past')!.id
    const [ada] = await store.read.classes.bookings([id])
    await store.write(({ classes }) => classes.book([{ ...ada!, status: 'attended' }]))
    day('Bremen', 'u1')
    await bring()

    assert.match(problems.join(' '), /“past”: booked: “nobody” is not the key/)
    const bookings = await store.read.classes.bookings([id])
    assert.deepEqual(
      bookings.map(({ status }) => status),
      ['attended', 'waiting'],
    )
  })

  it('gives seats that the vendor adds to those who wait, who get a message', async () => {
    const bench = (seats: number) =>
      write(
        'training/bench.yaml',
        `title: Day at the bench\nclasses:\n  - { id: kiel, starts: 2026-12-01 09:00, ends: 2026-12-01 17:00, place: Kiel, seats: ${seats} }\n`,
      )
    bench(1)
    await bring()
    const id = (await store.read.content.find('classes', ['bench#kiel'])).get('bench#kiel')!.id
    const booking = (userId: string, status: 'booked' | 'waiting') => ({
      ...{ classId: id, userId, partnerId: 'p', status, at: `2026-11-20T10:00:0${userId}.000Z` },
    })
    await store.write(({ classes }) =>
      classes.book([booking('1', 'booked'), booking('2', 'waiting'), booking('3', 'waiting')]),
    )
    bench(2)
    await bring()

    assert.deepEqual(
      (await store.read.classes.bookings([id])).map(({ status }) => status),
      ['booked', 'booked', 'waiting'],
    )
    const { items } = await store.read.work.list({ kind: 'mail class.moved_up' }, { limit: 5 })
    assert.deepEqual(
      items.map(({ resourceId }) => resourceId),
      [`${id}/2`],
    )
  })

  it('keeps the files of courses, whatever is collected', async () => {
    const later = '2027-11-23T10:00:00.000Z'
    await collectFiles({ store, fileStore }, later, later)

    const { packageId = '' } = (await course('safety'))!
    const { fileId } = (await store.read.packages.get(packageId))!
    for (const id of [fileId, (await course('handbook'))!.fileId!])
      assert.notEqual(await fileStore.get(id), undefined)
  })

  it('reads blocks, items in items, parameters and what only opens', async () => {
    write(
      'training/deep.zip',
      zipOf({
        'cmi5.xml': cmi5Xml(
          block('b', au('one', 'a%20b.html') + block('c', au('two', 'https://web.example/x'))),
        ),
        'a b.html': 'x',
      }),
    )
    const items = `<item identifier="chapter"><title>Chapter</title>
      <item identifier="i1" identifierref="r1" parameters="?page=2"><title>One</title></item>
      <item identifier="i2" identifierref="r2"><title>Two</title></item></item>`
    write(
      'training/chapters.zip',
      zipOf({
        'imsmanifest.xml': scormXml(
          '1.2',
          items,
          resource('r1') + resource('r2', 'adlcp:scormtype="asset"'),
          'xml:base="pages/"',
        ),
        ...{ 'pages/r1.html': '', 'pages/r2.html': '' },
      }),
    )

    const { problems } = await bring()

    assert.deepEqual(problems, [])
    const deep = await course('deep')
    assert.deepEqual(
      deep?.units.map(({ href }) => href),
      ['a%20b.html', 'https://web.example/x'],
    )
    assert.deepEqual(
      deep?.blocks?.map(({ unitIds }) => unitIds.length),
      [2, 1],
    )
    const chapters = await course('chapters')
    assert.deepEqual(
      chapters?.units.map(({ href, moveOn }) => [href, moveOn]),
      [
        ['pages/r1.html?page=2', 'CompletedOrPassed'],
        ['pages/r2.html', 'NotApplicable'],
      ],
    )
  })

  it('leaves bad packages out with the reason, and keeps what came before', async () => {
    const good = au('one', 'index.html')
    const page = { 'index.html': '<p>' }
    const dtd = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    const faulty: Record<string, [Buffer, RegExp]> = {
      none: [zipOf(page), /neither cmi5\.xml .* nor imsmanifest\.xml/],
      folder: [zipOf({ 'x/cmi5.xml': cmi5Xml(good) }), /stands in a folder \(x\/cmi5\.xml\)/],
      cut: [zipOf({ 'cmi5.xml': cmi5Xml(good).slice(0, -20), ...page }), /no whole XML document/],
      entity: [
        zipOf({ 'cmi5.xml': cmi5Xml(good).replace('?>', `?>${dtd}`), ...page }),
        /has a DTD or entities/,
      ],
      missing: [zipOf({ 'cmi5.xml': cmi5Xml(good) }), /opens index\.html, which is not in the/],
      twice: [zipOf({ 'cmi5.xml': cmi5Xml(good + good), ...page }), /one” twice/],
      rule: [
        zipOf({ 'cmi5.xml': cmi5Xml(au('one', 'index.html', 'moveOn="Later"')), ...page }),
        /moveOn “Later”/,
      ],
      taken: [
        zipOf({ 'cmi5.xml': cmi5Xml(au('one', 'index.html?actor=x')), ...page }),
        /“actor” in its address/,
      ],
      nothing: [zipOf({ 'cmi5.xml': cmi5Xml(''), ...page }), /names nothing that could be opened/],
      elsewhere: [
        zipOf({
          'imsmanifest.xml': scormXml('1.2', '<item identifier="i" identifierref="no"/>', ''),
        }),
        /the resource “no”, which opens nothing/,
      ],
      climbing: [
        zipOf({ 'cmi5.xml': cmi5Xml(good), ...page, '../../x.js': 'x' }),
        /invalid relative path/,
      ],
      bomb: [
        zipOf({ 'cmi5.xml': cmi5Xml(good), ...page, 'zeros.bin': new Uint8Array(50_000_000) }),
        /far more than it has; “zeros\.bin”/,
      ],
      broken: [
        (() => {
          const bytes = zipOf({
            'cmi5.xml': cmi5Xml(good),
            ...page,
            'x.js': 'let x = 1\n'.repeat(99),
          })
          bytes.fill(255, bytes.indexOf('x.js') + 8, bytes.indexOf('x.js') + 20)
          return bytes
        })(),
        /The zip cannot be used/,
      ],
    }
    const before = await course('safety')
    for (const [name, [bytes]] of Object.entries(faulty)) write(`training/bad/${name}.zip`, bytes)
    write('training/bad/class.yaml', 'classes: [{ starts: tomorrow, seats: 3, place: Kiel }]\n')
    write('training/bad/empty.yaml', 'title: Nothing\n')
    write('training/bad/audience.yaml', 'url: https://a.example\naudience: { tier: Gold }\n')
    write('training/safety.zip', zipOf(page))
    const { counts, problems } = await bring()

    for (const [name, [, reason]] of Object.entries(faulty)) {
      const told = problems.find((line) => line.includes(`bad/${name}.zip`))
      assert.match(told ?? '', reason)
    }
    const told = (name: string) => problems.find((line) => line.includes(name)) ?? ''
    assert.match(told('bad/class.yaml'), /classes, “tomorrow”: Write “starts” and a later “ends”/)
    assert.match(told('bad/empty.yaml'), /Give it a package .*, a url, a document or classes/)
    assert.match(told('bad/audience.yaml'), /audience: .*Possible: tiers/)
    assert.match(told('training/safety.zip'), /neither cmi5\.xml/)
    assert.equal(counts.bad, 17)
    assert.deepEqual(await course('safety'), before)
  })
})
