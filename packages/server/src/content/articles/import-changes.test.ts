import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { contentTree } from '../../../test/content-tree.ts'
import { inPlace } from '../../background/in-place.ts'
import { memoryFiles } from '../../files/memory-files.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'

const latin = Buffer.from([0x23, 0x20, 0xe4, 0x0a])
const svg = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"></svg>`

/** A tree of articles that changes between two imports. */
function aTree(t: TestContext) {
  const { write, remove, bring, end } = contentTree()
  t.after(end)
  const store = memoryStore()
  const fileStore = memoryFiles()
  write('vendor.yaml', 'name: Acme\nlanguages: [en, de]\ncurrencies: [EUR]\ndeals: false\n')
  return {
    write,
    remove,
    async bring() {
      const options = { fileStore, performer: inPlace(), clock: () => Date.now() }
      const { counts, problems } = await bring('articles', store, options)
      return { counts, problems: problems.join('\n') }
    },
    async article(key: string) {
      const { id } = (await store.read.content.find('articles', [key])).get(key)!
      const record = (await store.read.articles.get(id))!
      return { record, bodies: await store.read.articles.bodies([id]) }
    },
    async vote(key: string) {
      const { id } = (await store.read.content.find('articles', [key])).get(key)!
      const { version } = (await store.read.articles.get(id))!
      await store.write(({ articles }) =>
        articles.mark('ada', id, { rating: { version, helpful: false } }),
      )
    },
    async votes(key: string) {
      const { id } = (await store.read.content.find('articles', [key])).get(key)!
      const record = (await store.read.articles.get(id))!
      return (await store.read.articles.votes([record])).get(id)?.no ?? 0
    },
    section: async (id: string | undefined) => store.read.sections.get(id ?? ''),
    file: async (path: string) => (await store.read.contentFiles.bySource([`articles/${path}`]))[0],
  }
}

test('a file that is no longer UTF-8 is told, and what was there stays', async (t) => {
  const { write, bring, article, section } = aTree(t)
  write('articles/pumps/index.md', '---\nsectionTitle: All pumps\n---\n\n# Overview\n')
  write('articles/pumps/valve.md', '---\naudience: { roles: [partner_admin] }\n---\n\n# Valve\n')
  write('articles/pumps/valve.de.md', '# Ventil\n')
  write('articles/seal.md', '# Seal\n')
  write('articles/seal.yaml', 'tags: [rubber]\n')
  await bring()

  write('articles/pumps/index.md', latin)
  write('articles/pumps/valve.md', latin)
  write('articles/seal.yaml', latin)
  const { counts, problems } = await bring()

  assert.match(problems, /pumps\/valve\.md: The file is not UTF-8/)
  assert.match(problems, /seal\.yaml: The file is not UTF-8/)
  assert.deepEqual(counts, { added: 0, changed: 0, unchanged: 0, bad: 3 })
  const { record, bodies } = await article('pumps/valve')
  assert.equal(record.status, 'published')
  assert.deepEqual(record.audience, { roles: ['partner_admin'] })
  assert.deepEqual(Object.keys(record.texts), ['en', 'de'])
  assert.equal(bodies.length, 2)
  assert.equal((await section(record.sectionId))?.texts['en']?.title, 'All pumps')
  assert.deepEqual((await article('seal')).record.tags, ['rubber'])
})

test('a translation that cannot be read keeps its language', async (t) => {
  const { write, bring, article } = aTree(t)
  write('articles/valve.md', '# Valve\n')
  write('articles/valve.de.md', '# Ventil\n')
  await bring()

  write('articles/valve.de.md', latin)
  await bring()

  assert.deepEqual(Object.keys((await article('valve')).record.texts), ['en', 'de'])
})

test('a changed image is taken, also beside a text that stays', async (t) => {
  const { write, bring, article, file } = aTree(t)
  write('articles/valve.md', '# Valve\n\n![open](open.svg)\n')
  write('articles/other.md', '# Other\n\n[Valve](valve.md)\n')
  write('articles/open.svg', svg(10))
  await bring()
  const before = await file('open.svg')

  write('articles/open.svg', svg(20))
  assert.deepEqual((await bring()).counts, { added: 0, changed: 1, unchanged: 1, bad: 0 })

  const after = await file('open.svg')
  assert.notEqual(after?.id, before?.id)
  assert.equal((await article('valve')).record.version, 2)
  assert.deepEqual((await bring()).counts, { added: 0, changed: 0, unchanged: 2, bad: 0 })
})

test('a link leads to what came later, and one to what went is told', async (t) => {
  const { write, remove, bring, article } = aTree(t)
  const targets = async () =>
    (await article('valve')).bodies[0]?.rendered?.references.map(({ target }) => target)
  write('articles/valve.md', '# Valve\n\n[Seal](seal.md) ![open](open.svg) [out](../x.md)\n')
  await bring()
  assert.deepEqual(await targets(), [
    'articles/?seal.md',
    'articles/?open.svg',
    'articles/?../x.md',
  ])

  write('articles/seal.md', '# Seal\n')
  write('articles/open.svg', svg(10))
  assert.deepEqual((await bring()).counts, { added: 1, changed: 1, unchanged: 0, bad: 0 })
  assert.deepEqual(await targets(), ['articles/seal', 'articles/open.svg', 'articles/?../x.md'])

  remove('articles/open.svg')
  const { counts, problems } = await bring()
  assert.deepEqual(counts, { added: 0, changed: 1, unchanged: 1, bad: 0 })
  assert.match(problems, /valve\.md:3: The image “open\.svg” leads to nothing/)
})

test('what cannot be used is told at each import, also of articles that stay', async (t) => {
  const { write, bring } = aTree(t)
  write('products.csv', 'key,name\npump,Pump\n')
  write(
    'articles/valve.md',
    '---\nproducts: [pmp]\nslug: a/b\n---\n\n# Valve\n\n[a](gone.md) [b](../out.md) [c](#none) [d](seal.md#lost)\n![e](gone.png)\n',
  )
  write('articles/seal.md', '# Seal\n\n## Found\n')
  write('articles/de/seal.md', '# Dichtung\n')
  write('articles/seal.de.md', '# Noch eine\n')
  const first = await bring()
  const second = await bring()

  assert.deepEqual(second.counts, { added: 0, changed: 0, unchanged: 2, bad: 0 })
  for (const told of [
    /valve\.md: products: “pmp” is no key/,
    /valve\.md: slug: “a\/b” cannot be used/,
    /valve\.md:8: The link “gone\.md” leads to nothing/,
    /valve\.md:8: The link “\.\.\/out\.md” leads out of the folder/,
    /valve\.md:8: The link “#none” leads to no heading/,
    /valve\.md:8: The link to “#lost” of seal leads to no heading/,
    /valve\.md:9: The image “gone\.png” leads to nothing/,
    /seal is in de twice/,
  ])
    assert.match(second.problems, told)
  const lines = (text: string) => text.split('\n').toSorted()
  assert.deepEqual(lines(second.problems), lines(first.problems))
})

test('votes stay where only addresses of links and pictures have changed', async (t) => {
  const { write, remove, bring, article, vote, votes } = aTree(t)
  const text = (link: string, picture: string) =>
    `# Valve\n\nSee [the seal](${link}), [more][1] and ![open](${picture}).\n\n[1]: ${link}\n`
  write('articles/valve.md', text('seal.md', 'open.svg'))
  write('articles/seal.md', '# Seal\n')
  write('articles/open.svg', svg(10))
  await bring()
  await vote('valve')
  const { record } = await article('valve')

  remove('articles/seal.md')
  remove('articles/open.svg')
  await bring()
  assert.equal((await article('valve')).record.version, 2, 'a picture is gone')
  await vote('valve')
  write('articles/parts/seal.md', '# Seal\n')
  write('articles/valve.md', text('parts/seal.md', 'gone.svg'))
  await bring()
  const mended = await article('valve')
  assert.equal(await votes('valve'), 1)
  assert.equal(mended.record.version, 2)
  assert.equal(mended.record.texts['en']?.updatedAt, record.texts['en']?.updatedAt)
  assert.equal(mended.bodies[0]?.rendered?.references[0]?.target, 'articles/parts/seal')

  write('articles/parts/open.svg', svg(10))
  write('articles/valve.md', text('parts/seal.md', 'parts/open.svg'))
  await bring()
  assert.equal(await votes('valve'), 0)
  await vote('valve')
  remove('articles/parts/open.svg')
  write('articles/media/open.svg', svg(10))
  write('articles/valve.md', text('parts/seal.md', 'media/open.svg'))
  await bring()
  assert.equal(await votes('valve'), 1, 'the same picture elsewhere')

  write('articles/media/open.svg', svg(20))
  await bring()
  assert.equal(await votes('valve'), 0, 'another picture')
  await vote('valve')
  write('articles/valve.md', text('parts/seal.md', 'media/open.svg').replace('See', 'Read'))
  await bring()
  assert.equal(await votes('valve'), 0, 'another text')
})

test('the page of a folder may be called _index', async (t) => {
  const { write, bring, article } = aTree(t)
  write('articles/pumps/_index.md', '---\ntitle: All pumps\n---\n\nText.\n')
  write('articles/index.md', '# Begin\n\n[Valve](valve/)\n')
  write('articles/valve.md', '# Valve\n\n[Pumps](pumps/)\n')
  // As on sites that serve each page as a folder, in lower case.
  write('articles/Hot-Seal.md', '# Seal\n\n[Begin](/) [Valve](../valve/) [Pumps](../pumps/)\n')
  write('articles/pumps/old.md', '# Old\n\n[Seal](../../hot-seal/#seal) [Seal](../hot-seal)\n')
  const { problems } = await bring()

  assert.equal(problems, '')
  assert.equal((await article('pumps/_index')).record.texts['en']?.title, 'All pumps')
})
