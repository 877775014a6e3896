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
