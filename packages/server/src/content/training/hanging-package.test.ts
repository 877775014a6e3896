import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { contentTree, failingPerformer } from '../../../test/content-tree.ts'
import { cmi5Package, cmi5Xml, scormPackage, zipOf } from '../../../test/course-packages.ts'
import { memoryFiles } from '../../files/memory-files.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'

const reader = new URL('./packages/read-package.ts', import.meta.url)

describe('a tree of courses in which packages bring their reader down', () => {
  const { dir, write, bring, end } = contentTree()
  // A reader that two packages bring down, as a fault in it would.
  const performer = failingPerformer(
    dir,
    `import { readPackage } from '${reader.href}'`,
    `if (input.path.includes('hanging')) hang()
    if (input.path.includes('hungry')) eat()
    readPackage(input, () => process.send('progress')).then(
      (result) => process.send({ result }),
      ({ message }) => process.send({ problem: message }),
    )`,
  )

  before(() => {
    write(
      'vendor.yaml',
      'name: Acme\ntimeZone: UTC\nlanguages: [en]\ncurrencies: [EUR]\ndeals: false\n',
    )
    const packages = {
      good: cmi5Package(),
      hanging: cmi5Package('<p>1</p>'),
      hungry: cmi5Package('<p>2</p>'),
      bomb: zipOf({ 'cmi5.xml': cmi5Xml(''), 'a.html': new Uint8Array(30_000_000) }),
      other: scormPackage('1.2'),
    }
    for (const [name, bytes] of Object.entries(packages)) write(`training/${name}.zip`, bytes)
  })
  after(async () => {
    await performer.close()
    end()
  })

  it('goes in but for those, each of which is told with its reason', async () => {
    const options = { fileStore: memoryFiles(), performer }
    const { counts, problems } = await bring('training', memoryStore(), options)
    const told = problems.toSorted()

    assert.deepEqual(counts, { added: 2, changed: 0, unchanged: 0, bad: 3 })
    assert.equal(told.length, 3)
    assert.match(told[0]!, /bomb\.zip: It would unpack to \d+ bytes .* The course is left out/)
    assert.match(told[1]!, /hanging\.zip: It took longer than 5 s and was ended\. The course is/)
    assert.match(told[2]!, /hungry\.zip: It used more than 64 MB and was ended\. The course is/)
  })
})
