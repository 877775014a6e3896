import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { childPerformer } from '../../background/child-performer.ts'
import { memoryFiles } from '../../files/memory-files.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'
import { describe as say } from '../problems.ts'
import { importContent } from '../import.ts'

const renderer = new URL('../../rendering/render-text.ts', import.meta.url)
/** The children’s work with a renderer that two words bring down, as a fault in it would. */
const program = `import { renderText } from '${renderer.href}'
process.on('message', async ({ input }) => {
  if (input.source.includes('HANG')) for (;;);
  if (input.source.includes('EAT')) { const all = []; for (;;) all.push(Array(1e6).fill(all.length)) }
  process.send({ result: await renderText(input) })
})
process.on('disconnect', () => process.exit())
process.send('ready')`

describe('a tree in which texts bring the renderer down', () => {
  const dir = mkdtempSync(join(tmpdir(), 'prmkit-hanging-'))
  const file = join(dir, 'child.mjs')
  writeFileSync(file, program)
  const performer = childPerformer({ time: 5000, memory: 64, program: pathToFileURL(file) })
  const store = memoryStore()

  before(() => {
    mkdirSync(join(dir, 'articles'))
    writeFileSync(
      join(dir, 'vendor.yaml'),
      'name: Acme\ntimeZone: UTC\nlanguages: [en]\ncurrencies: [EUR]\ndeals: false\n',
    )
    for (let index = 0; index < 50; index++)
      writeFileSync(join(dir, `articles/good-${index}.md`), `# Good ${index}\n\nText.\n`)
    writeFileSync(join(dir, 'articles/hanging.md'), '# Hanging\n\nHANG\n')
    writeFileSync(join(dir, 'articles/hungry.md'), '# Hungry\n\nEAT\n')
  })
  after(async () => {
    await performer.close()
    rmSync(dir, { recursive: true })
  })

  it('goes in but for those, each of which is told with its reason', async () => {
    const log = { info() {}, warn() {}, error() {} }
    const options = { log, fileStore: memoryFiles(), performer }
    const { files, problems } = await importContent(store, dir, options)
    const { file: _, ...counts } = files.find((one) => one.file.startsWith('articles'))!

    assert.deepEqual(counts, { added: 50, changed: 0, unchanged: 0, bad: 2 })
    const told = problems
      .map(say)
      .filter((line) => line.startsWith('articles'))
      .toSorted()
    assert.equal(told.length, 2)
    assert.match(told[0]!, /hanging\.md: The text cannot be rendered: It took longer than 5 s/)
    assert.match(told[1]!, /hungry\.md: The text cannot be rendered: It used more than 64 MB/)
  })
})
