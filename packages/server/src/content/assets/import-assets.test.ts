import assert from 'node:assert/strict'
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { contentTree } from '../../../test/content-tree.ts'
import {
  docx,
  endlessPdf,
  hugePng,
  lockedPdf,
  mp4,
  pdf,
  pptx,
  zipBomb,
} from '../../../test/sample-files.ts'
import { createApp, type App } from '../../app.ts'
import { childPerformer } from '../../background/child-performer.ts'
import { memoryFiles } from '../../files/memory-files.ts'
import type { Look } from '../../store/assets.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'
import type { Store } from '../../store/store.ts'
import { importContent } from '../import.ts'

const log = { info() {}, warn() {}, error() {} }

/** Waits until nothing waits to be looked at. */
async function lookAt(store: Store, app: App): Promise<void> {
  for (let left = 1; left > 0;) {
    await app.tick()
    const { waiting, running } = await store.read.work.count()
    left = waiting + running
    if (left > 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('a tree of files', () => {
  const tree = contentTree()
  const { dir, write } = tree
  const store = memoryStore()
  const fileStore = memoryFiles()
  const performer = childPerformer({ time: 60_000 })
  const app = createApp({ store, fileStore, performer, apiKeys: ['sk_for_these_tests_only'] })
  const bring = (now = '2026-11-23T10:00:00.000Z') =>
    tree.bring('assets', store, { fileStore, performer, clock: () => Date.parse(now) })
  const asset = async (key: string) => {
    const row = (await store.read.content.find('assets', [key])).get(key)
    const record = row && (await store.read.assets.get(row.id))
    return { record, files: row ? await store.read.assets.files([row.id]) : [] }
  }
  const lookAtAll = () => lookAt(store, app)

  before(() => {
    write(
      'vendor.yaml',
      'name: Acme\ntimeZone: UTC\nlanguages: [en, de]\ncurrencies: [EUR]\ndeals: false\n',
    )
    write('products.csv', 'key,name\npump,Pump\n')
    write('assets/decks/intro.v1.pdf', pdf(['Old hydrophone']))
    write('assets/decks/intro.v2.pdf', pdf(['New hydrophone', 'Second page']))
    write('assets/decks/intro.v2.de.pdf', pdf(['Neues Hydrofon']))
    write(
      'assets/decks/intro.yaml',
      'title: First meeting\nproducts: [pump]\nstages: [qualified]\ntags: customer, deck\naudience: { tiers: [Gold] }\nfeatured: true\nlocked: true\nterms: { version: 1, text: Keep it. }\nexpires: 2027-01-31\nversions: { 1: { date: 2026-01-05 }, 2: { date: 2026-06-05, changes: More pages } }\ntexts: { de: { title: Erstes Treffen } }\n',
    )
    write('assets/decks/folder.yaml', 'title: Presentations\n')
    write('assets/02_night-flow.pptx', pptx(['Night flow']))
    write('assets/manual.docx', docx(['Turn left']))
    write('assets/film.mp4', mp4('avc1', 12))
    write('assets/film.de.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n')
    write('assets/film.poster.png', hugePng(64))
    write('assets/odd.mp4', mp4('mp4v', 3))
    write('assets/site.url', '[InternetShortcut]\r\nURL=https://acme.example/a\r\n')
    write('assets/tool.yaml', 'title: Calculator\nurl: https://acme.example/tool\n')
  })
  after(async () => {
    app.close()
    await performer.close()
    tree.end()
  })

  it('becomes a library that nobody prepared: titles, folders, languages, versions, facts', async () => {
    const { counts, problems } = await bring()

    assert.deepEqual(problems, [])
    assert.deepEqual(counts, { added: 7, changed: 0, unchanged: 0, bad: 0 })
    const { record, files } = await asset('decks/intro.pdf')
    assert.ok(record)
    assert.equal(record.texts['en']?.title, 'First meeting')
    assert.equal(record.texts['de']?.title, 'Erstes Treffen')
    assert.deepEqual(
      files
        .map(({ language, version, at, changes }) => [language, version, at, changes])
        .toSorted(),
      [
        ['de', 2, '2026-06-05T00:00:00.000Z', 'More pages'],
        ['en', 1, '2026-01-05T00:00:00.000Z', undefined],
        ['en', 2, '2026-06-05T00:00:00.000Z', 'More pages'],
      ],
    )
    const { tags, stages, audience, promoted, locked, terms, validUntil, productIds } = record
    assert.deepEqual([tags, stages], [['customer', 'deck'], ['qualified']])
    assert.deepEqual([audience, promoted, locked], [{ tiers: ['Gold'] }, true, true])
    assert.deepEqual(terms, { version: '1', texts: { en: 'Keep it.' } })
    assert.deepEqual([validUntil, productIds.length], ['2027-01-31T23:59:59.999Z', 1])
    const folder = await store.read.folders.get(record.sectionId!)
    assert.equal(folder?.texts['en']?.title, 'Presentations')
    assert.equal((await asset('02_night-flow.pptx')).record?.texts['en']?.title, 'Night flow')
    assert.equal((await asset('site.url')).record?.texts['en']?.url, 'https://acme.example/a')
    assert.equal((await asset('tool.url')).record?.type, 'link')
  })

  it('is looked at behind the requests, and found by the words inside', async () => {
    await lookAtAll()

    const { files } = await asset('decks/intro.pdf')
    assert.deepEqual(files[0]?.look?.pages.length, 2)
    const filter = {
      ...{ resource: 'assets', reader: { kind: 'all' as const }, languages: ['en'], labels: [] },
      now: '2026-11-23T10:00:00.000Z',
    }
    const find = async (words: string) => {
      const found = await store.read.texts.search(filter, words, [], { offset: 0, limit: 9 })
      return found.hits.map(({ title }) => title.map(({ text }) => text).join(''))
    }
    assert.deepEqual(await find('second page'), ['First meeting'])
    assert.deepEqual(await find('turn left'), ['Manual'])
    const film = (await asset('film.mp4')).files[0]
    assert.deepEqual([film?.look?.kind, film?.look?.duration], ['video', 12])
    assert.deepEqual(
      film?.captions?.map(({ language }) => language),
      ['de'],
    )
    assert.ok(film?.look?.thumbnail, 'The poster is not seen.')
    const odd = (await asset('odd.mp4')).files[0]?.look
    assert.deepEqual([odd?.kind, odd?.reason], ['none', 'unsupported'])
  })

  it('is left alone where nothing has changed; a new file is a new version, a gone one retired', async () => {
    assert.deepEqual((await bring()).counts, { added: 0, changed: 0, unchanged: 7, bad: 0 })
    write('assets/manual.docx', docx(['Turn right']))
    tree.remove('assets/site.url')

    assert.deepEqual((await bring()).counts, { added: 0, changed: 2, unchanged: 5, bad: 0 })
    const { record, files } = await asset('manual.docx')
    assert.deepEqual([record?.version, files.length], [2, 2])
    assert.equal((await asset('site.url')).record?.status, 'retired')
  })

  it('leaves out what cannot be used, with the reason, and takes the rest', async () => {
    write('assets/bad/zip.pdf', docx(['x']))
    write('assets/bad/empty.pdf', '')
    write('assets/bad/huge.zip', 'PK')
    truncateSync(join(dir, 'assets/bad/huge.zip'), 2_100_000_000)
    write('assets/bad/program.exe', 'MZ')
    write(
      'assets/bad/script.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    )
    write(
      'assets/bad/entity.svg',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    )
    write('assets/bad/wrong.pdf', pdf(['x']))
    write('assets/bad/wrong.yaml', 'audience: { tier: [Gold] }\n')
    write('assets/bad/two\r\nlines.pdf', pdf(['Two lines']))
    write('assets/bad/locked.pdf', lockedPdf())
    write('assets/bad/good.pdf', pdf(['Good']))
    write('assets/bad/broken.docx', Buffer.from('PK\u0003\u0004 cut off'))
    write('assets/bad/bomb.zip', Buffer.from(zipBomb()))
    write('assets/bad/wide.png', hugePng())
    write('assets/bad/large.svg', '<svg xmlns="http://www.w3.org/2000/svg">')
    truncateSync(join(dir, 'assets/bad/large.svg'), 20_000_001)
    write('assets/bad/latin.txt', 'x')
    const latin = Buffer.from(join(dir, 'assets/bad/gr\u00FCn.txt'), 'latin1')
    renameSync(join(dir, 'assets/bad/latin.txt'), latin)
    symlinkSync('/etc/hostname', join(dir, 'assets/bad/out.pdf'))
    symlinkSync('..', join(dir, 'assets/bad/loop'))
    symlinkSync('self.pdf', join(dir, 'assets/bad/self.pdf'))

    const { counts, problems } = await bring()

    assert.deepEqual(counts, { added: 6, changed: 0, unchanged: 6, bad: 8 })
    const told = (name: string) => problems.filter((line) => line.includes(`bad/${name}`)).join()
    assert.match(told('zip.pdf'), /not that of a \.pdf file\. It is left out/)
    assert.match(told('empty.pdf'), /is empty/)
    assert.match(told('huge.zip'), /2100000000 bytes; 2000000000 are possible/)
    assert.match(told('program.exe'), /Files with this ending are not taken/)
    assert.match(told('script.svg'), /has a script, an entity/)
    assert.match(told('entity.svg'), /has a script, an entity/)
    assert.match(told('large.svg'), /20000001 bytes; 20000000 are possible/)
    assert.match(told('gr'), /The name is not in UTF-8/)
    assert.match(told('wrong.pdf'), /audience/)
    assert.match(told('out.pdf'), /leads out of the folder/)
    assert.match(told('loop'), /leads back/)
    assert.match(told('self.pdf'), /leads to itself/)
    assert.ok(problems.every((line) => !/[\r\n]/.test(line)))
    const two = (await asset('bad/two\r\nlines.pdf')).record
    assert.equal(two?.texts['en']?.title, 'Two lines')
    await lookAtAll()
    const look = async (key: string) => (await asset(key)).files[0]?.look
    const reasons = { 'locked.pdf': 'encrypted', 'broken.docx': 'broken' }
    const large = { 'bomb.zip': 'too_large', 'wide.png': 'too_large' }
    for (const [name, reason] of Object.entries({ ...reasons, ...large }))
      assert.equal((await look(`bad/${name}`))?.reason, reason, name)
    assert.equal((await look('bad/good.pdf'))?.kind, 'pages')
  })
})

it('a PDF that never ends is ended with its process and has no preview, and the rest goes in', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'prmkit-endless-'))
  mkdirSync(join(dir, 'assets'))
  writeFileSync(
    join(dir, 'vendor.yaml'),
    'name: Acme\ntimeZone: UTC\nlanguages: [en]\ncurrencies: [EUR]\ndeals: false\n',
  )
  writeFileSync(join(dir, 'assets/a-first.pdf'), pdf(['First']))
  writeFileSync(join(dir, 'assets/b-endless.pdf'), endlessPdf())
  writeFileSync(join(dir, 'assets/c-last.pdf'), pdf(['Last']))
  const told: string[] = []
  const noted = { ...log, warn: (fields: object) => told.push(JSON.stringify(fields)) }
  const [store, fileStore] = [memoryStore(), memoryFiles()]
  const performer = childPerformer({ time: 3000, processes: 1 })
  const app = createApp({ store, fileStore, performer, log: noted, apiKeys: ['sk_for_tests_only'] })

  const { files, problems } = await importContent(store, dir, { log, fileStore, performer })
  await lookAt(store, app)
  const looks = new Map<string, Look | undefined>()
  for (const key of ['a-first.pdf', 'b-endless.pdf', 'c-last.pdf']) {
    const row = (await store.read.content.find('assets', [key])).get(key)
    looks.set(key, (await store.read.assets.files([row!.id]))[0]?.look)
  }
  const failed = await store.read.work.list({ status: ['failed'] }, { limit: 9 })
  app.close()
  await performer.close()
  rmSync(dir, { recursive: true })

  assert.equal(files.find(({ file }) => file.startsWith('assets'))?.added, 3)
  assert.deepEqual(
    problems.filter(({ file }) => file.startsWith('assets')),
    [],
  )
  assert.deepEqual(
    [...looks.values()].map((look) => [look?.kind, look?.pages.length, look?.reason]),
    [
      ['pages', 1, undefined],
      ['none', 0, 'too_slow'],
      ['pages', 1, undefined],
    ],
  )
  assert.match(told.join(), /It took longer than 3 s and was ended/)
  assert.deepEqual(failed.items, [])
})

describe('a tree that is brought in again', () => {
  const dir = mkdtempSync(join(tmpdir(), 'prmkit-again-'))
  const [store, fileStore] = [memoryStore(), memoryFiles()]
  const write = (name: string, text: string) => writeFileSync(join(dir, name), text)
  const bring = async () => {
    await importContent(store, dir, { log, fileStore })
    const { id } = (await store.read.content.find('assets', ['tool.url'])).get('tool.url')!
    return (await store.read.assets.get(id))!
  }
  before(() => {
    mkdirSync(join(dir, 'assets'))
    write(
      'vendor.yaml',
      'name: Acme\ntimeZone: UTC\nlanguages: [en]\ncurrencies: [EUR]\ndeals: false\n',
    )
  })
  after(() => rmSync(dir, { recursive: true }))
  const link = 'url: https://acme.example/tool\nversions: { 1: { date: 2020-01-05 } }\n'

  it('makes new what readers see now, however old its version is', async () => {
    write('assets/tool.yaml', `${link}draft: true\n`)
    const draft = await bring()
    assert.deepEqual([draft.status, draft.newestAt], ['draft', '2020-01-05T00:00:00.000Z'])
    write('assets/tool.yaml', link)
    const { status, publishedAt, newestAt } = await bring()
    assert.deepEqual([status, newestAt], ['published', publishedAt])
  })

  it('does not publish again what the vendor has retired, also where its files change', async () => {
    const asset = await bring()
    const statusReason = { code: 'legal', text: 'Wrong claims' }
    const retired = { ...asset, status: 'retired' as const, statusReason }
    await store.write(({ assets }) => assets.put([retired]))

    assert.equal((await bring()).status, 'retired')
    write('assets/tool.yaml', `${link}title: Another name\n`)
    const after = await bring()
    assert.deepEqual(
      [after.texts['en']?.title, after.status, after.statusReason],
      ['Another name', 'retired', statusReason],
    )
  })

  it('publishes again what was gone and is back', async () => {
    rmSync(join(dir, 'assets/tool.yaml'))
    const asset = await bring()
    await store.write(({ assets }) => assets.put([{ ...asset, status: 'published' }]))
    assert.equal((await bring()).statusReason?.code, 'removed')
    write('assets/tool.yaml', link)
    const { status, statusReason } = await bring()
    assert.deepEqual([status, statusReason], ['published', undefined])
  })
})
