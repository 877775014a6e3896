import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { contentTree, failingPerformer } from '../../../test/content-tree.ts'
import { memoryFiles } from '../../files/memory-files.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'

const renderer = new URL('../../rendering/render-text.ts', import.meta.url)

describe('a tree in which texts bring the renderer down', () => {
  const { dir, write, bring, end } = contentTree()
  // A renderer that two words bring down, as a fault in it would.
  const performer = failingPerformer(
    dir,
    `import { renderText } from '${renderer.href}'`,
    `if (input.source.includes('HANG')) hang()
    if (input.source.includes('EAT')) eat()
    process.send({ result: await renderText(input) })`,
  )

  before(() => {
    write(
      'vendor.yaml',
      'name: Acme\ntimeZone: UTC\nlanguages: [en]\ncurrencies: [EUR]\ndeals: false\n',
    )
    for (let index = 0; index < 50; index++)
      write(`articles/good-${index}.md`, `# Good ${index}\n\nText.\n`)
    write('articles/hanging.md', '# Hanging\n\nHANG\n')
    write('articles/hungry.md', '# Hungry\n\nEAT\n')
  })
  after(async () => {
    await performer.close()
    end()
  })

  it('goes in but for those, each of which is told with its reason', async () => {
    const options = { fileStore: memoryFiles(), performer }
    const { counts, problems } = await bring('articles', memoryStore(), options)
    const told = problems.toSorted()

    assert.deepEqual(counts, { added: 50, changed: 0, unchanged: 0, bad: 2 })
    assert.equal(told.length, 2)
    assert.match(told[0]!, /hanging\.md: The text cannot be rendered: It took longer than 5 s/)
    assert.match(told[1]!, /hungry\.md: The text cannot be rendered: It used more than 64 MB/)
  })
})
