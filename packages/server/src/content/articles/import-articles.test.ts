import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { contentTree } from '../../../test/content-tree.ts'
import { childPerformer } from '../../background/child-performer.ts'
import { memoryFiles } from '../../files/memory-files.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNgQAcAABIAAZcBCZkAAAAASUVORK5CYII=',
  'base64',
)

describe('a tree of articles', () => {
  const tree = contentTree()
  const { dir, write } = tree
  const store = memoryStore()
  const fileStore = memoryFiles()
  const performer = childPerformer({ time: 5000 })
  const bring = (now = '2026-11-23T10:00:00.000Z') =>
    tree.bring('articles', store, { fileStore, performer, clock: () => Date.parse(now) })
  const article = async (key: string) => {
    const row = (await store.read.content.find('articles', [key])).get(key)
    const record = row && (await store.read.articles.get(row.id))
    const bodies = row ? await store.read.articles.bodies([row.id]) : []
    return { record, html: bodies[0]?.rendered?.html, rendered: bodies[0]?.rendered, bodies }
  }

  before(() => {
    write(
      'vendor.yaml',
      'name: Acme\ntimeZone: UTC\nlanguages: [en, de]\ncurrencies: [EUR]\ndeals: false\n',
    )
    write('products.csv', 'key,name\npump,Pump\n')
    write(
      'articles/02-pumps/install.md',
      '---\ntitle: Install a pump\nproducts: [pump, nothing]\naudience: { tiers: [Gold] }\norder: 4\n---\n\n# Install a pump\n\nSee [valves](../valves.md#open) and ![a pump](pump.png).\n\n[gone](missing.md), [out](../../../etc/passwd)\n',
    )
    write('articles/02-pumps/install.de.md', '---\ntitle: Pumpe einbauen\n---\n\nText.\n')
    write('articles/02-pumps/pump.png', png)
    write('articles/valves.md', '# Valves\n\n## Open\n\nTurn left.\n')
    write('articles/de/valves.md', '# Ventile\n\nNach links.\n')
    write(
      'articles/page.mdx',
      "import X from './x'\n\n# Page\n\n<Tip kind={`a`}>Keep this.</Tip>\n\n```jsx\n<Keep />\n```\n",
    )
    write('articles/wrong.md', '---\naudience: { tier: [Gold] }\n---\n\nFor some.\n')
    write('partners.csv', 'key,name,tier\np1,One,Golden\n')
    write('articles/latin.md', Buffer.from([0x23, 0x20, 0xe4, 0x0a]))
    write(
      'articles/hostile.md',
      '# Hostile\n\n<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">a</a>\n<a href="java&#9;script:alert(1)">b</a><svg><script>c</script></svg><math><mtext></math>\n<a href="data:text/html,x">d</a><p style="background:url(//evil)" id="cookie">e</p>\n<form><input name="attributes"></form><noscript><p title="</noscript><img src=x onerror=f>">\n',
    )
    write('articles/deep.md', `# Deep\n\n${'>'.repeat(5000)} end\n`)
    write('articles/stars.md', `# Stars\n\n${'*a_ '.repeat(5000)}\n`)
    write(
      'articles/table.md',
      `# Table\n\n|${'a|'.repeat(4000)}\n|${'-|'.repeat(4000)}\n|${'b|'.repeat(4000)}\n`,
    )
    write('articles/large.md', 'x'.repeat(500_001))
    symlinkSync('.', join(dir, 'articles/loop'))
    symlinkSync('/', join(dir, 'articles/outside'))
  })
  after(async () => {
    await performer.close()
    tree.end()
  })

  it('goes in, and what cannot be used is told with file and line', async () => {
    const { counts, problems } = await bring()

    assert.deepEqual(counts, { added: 7, changed: 0, unchanged: 0, bad: 3 })
    const all = problems.join('\n')
    assert.match(all, /install\.md:12: The link “missing\.md” leads to nothing/)
    assert.match(
      all,
      /install\.md:12: The link “\.\.\/\.\.\/\.\.\/etc\/passwd” leads out of the folder/,
    )
    assert.match(all, /install\.md: products: “nothing” is no key of a product/)
    assert.match(all, /install\.md: audience\.tiers: “Gold” .* Did you mean “Golden”\?/)
    assert.match(all, /wrong\.md: audience/)
    assert.match(all, /latin\.md: The file is not UTF-8/)
    assert.match(all, /large\.md: The file has 500001 bytes/)
    assert.match(all, /loop: This leads back to a folder that it stands in/)
    assert.match(all, /outside: This leads out of the folder/)
  })

  it('makes sections of folders, one article of several languages, and facts of front matter', async () => {
    const { record } = await article('02-pumps/install')
    const section = await store.read.sections.get(record?.sectionId ?? '')

    assert.equal(section?.texts['en']?.title, 'Pumps')
    assert.equal(record?.texts['de']?.title, 'Pumpe einbauen')
    assert.deepEqual(record?.audience, { tiers: ['Gold'] })
    assert.equal(record?.position, 4)
    assert.equal(record?.productIds.length, 1)
    const valves = await article('valves')
    assert.deepEqual(Object.keys(valves.record?.texts ?? {}), ['en', 'de'])
    assert.equal(valves.record?.texts['en']?.title, 'Valves')
  })

  it('turns links into places of the tree, and takes images with their size', async () => {
    const { bodies } = await article('02-pumps/install')
    const references = bodies.find(({ language }) => language === 'en')?.rendered?.references
    const [image] = await store.read.contentFiles.bySource(['articles/02-pumps/pump.png'])

    assert.deepEqual(references?.slice(0, 2), [
      { kind: 'link', target: 'articles/valves', anchor: 'h-open' },
      { kind: 'image', target: 'articles/02-pumps/pump.png' },
    ])
    assert.deepEqual([image?.width, image?.height, image?.mediaType], [2, 3, 'image/png'])
    assert.equal((await fileStore.get(image?.id ?? ''))?.size, png.length)
  })

  it('leaves JSX out and keeps its text and what stands in code', async () => {
    const { html } = await article('page')

    assert.match(html ?? '', /Keep this\./)
    assert.match(html ?? '', /&lt;Keep \/&gt;/)
    assert.doesNotMatch(html ?? '', /import X|Tip/)
  })

  it('makes text or nothing of hostile input', async () => {
    const { html } = await article('hostile')

    assert.doesNotMatch(
      html ?? '',
      /script|onerror|javascript|data:|svg|style|form|id="cookie"|evil/i,
    )
    assert.ok((await article('deep')).html?.includes('end'))
    assert.ok((await article('stars')).html)
    assert.ok((await article('table')).html)
  })

  it('changes nothing the second time', async () => {
    const before = (await article('valves')).record
    const { counts } = await bring()

    assert.deepEqual(counts, { added: 0, changed: 0, unchanged: 7, bad: 3 })
    assert.deepEqual((await article('valves')).record, before)
  })

  it('makes a version of a change, retires what is gone, and brings it back', async () => {
    write('articles/valves.md', '# Valves\n\nTurn right.\n')
    tree.remove('articles/page.mdx')
    const { counts } = await bring('2026-11-24T10:00:00.000Z')

    assert.deepEqual(counts, { added: 0, changed: 2, unchanged: 5, bad: 3 })
    assert.equal((await article('valves')).record?.version, 2)
    assert.equal((await article('page')).record?.status, 'retired')
    write('articles/page.mdx', '# Page\n')
    await bring()
    assert.equal((await article('page')).record?.status, 'published')
  })

  it('does not publish again what the vendor has retired, also where its text changes', async () => {
    const { record } = await article('page')
    const statusReason = { code: 'outdated', text: 'Replaced by the manual' }
    const retired = { ...record!, status: 'retired' as const, statusReason }
    await store.write(({ articles }) => articles.put([retired]))

    assert.equal((await bring()).counts.unchanged, 7)
    assert.equal((await article('page')).record?.status, 'retired')
    write('articles/page.mdx', '# Another title\n')
    await bring()
    const after = (await article('page')).record
    assert.deepEqual(
      [after?.texts['en']?.title, after?.status, after?.statusReason],
      ['Another title', 'retired', statusReason],
    )
  })

  it('takes facts of a YAML file beside a text, before those of its front matter', async () => {
    write('articles/01-bare/start.md', '---\ntitle: Begin\norder: 9\n---\n\nText.\n')
    write(
      'articles/01-bare/start.yaml',
      'title: Start\nproducts: [pump]\naudience: { tiers: [Golden] }\nvalidUntil: 2027-03-31\norder: 2\n',
    )
    write('articles/01-bare/bad.md', '# Bad\n')
    write('articles/01-bare/bad.yaml', 'title: Bad\naudience: [\n')
    const { problems } = await bring()
    const { record } = await article('01-bare/start')

    assert.equal(record?.texts['en']?.title, 'Start')
    assert.deepEqual(record?.audience, { tiers: ['Golden'] })
    assert.equal(record?.validUntil, '2027-03-31T23:59:59.999Z')
    assert.equal(record?.position, 2)
    assert.equal(record?.productIds.length, 1)
    assert.equal((await article('01-bare/bad')).record, undefined)
    assert.match(problems.join('\n'), /01-bare\/bad\.yaml:\d+: /)

    write('articles/01-bare/start.yaml', 'title: Start here\n')
    await bring()
    assert.equal((await article('01-bare/start')).record?.version, 2)
    assert.equal((await article('01-bare/start')).record?.position, 9)
  })

  it('takes groups of words that mean the same', async () => {
    write('synonyms.txt', '# ours\nleak, seepage\n')
    await bring()

    assert.deepEqual(await store.read.programme.synonyms(), [['leak', 'seepage']])
  })
})
