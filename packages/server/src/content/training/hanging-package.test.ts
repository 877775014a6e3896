import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { cmi5Package, cmi5Xml, scormPackage, zipOf } from '../../../test/course-packages.ts'
import { childPerformer } from '../../background/child-performer.ts'
import { memoryFiles } from '../../files/memory-files.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'
import { describe as say } from '../problems.ts'
import { importContent } from '../import.ts'

const reader = new URL('./packages/read-package.ts', import.meta.url)
/** The children’s work with a reader that two packages bring down, as a fault in it would. */
const program = `import { readPackage } from '${reader.href}'
process.on('message', async ({ input }) => {
  if (input.path.includes('hanging')) for (;;);
  if (input.path.includes('hungry')) { const all = []; for (;;) all.push(Array(1e6).fill(all.length)) }
  const progress = () => process.send('progress')
  readPackage(input, progress).then(
    (result) => process.send({ result }),
    ({ message }) => process.send({ problem: message }),
  )
})
process.on('disconnect', () => process.exit())
process.send('ready')`

describe('a tree of courses in which packages bring their reader down', () => {
  const dir = mkdtempSync(join(tmpdir(), 'prmkit-packages-'))
  const file = join(dir, 'child.mjs')
  writeFileSync(file, program)
  const performer = childPerformer({ time: 5000, memory: 64, program: pathToFileURL(file) })
  const store = memoryStore()

  before(() => {
    mkdirSync(join(dir, 'training'))
    writeFileSync(
      join(dir, 'vendor.yaml'),
      'name: Acme\ntimeZone: UTC\nlanguages: [en]\ncurrencies: [EUR]\ndeals: false\n',
    )
    const packages = {
      good: cmi5Package(),
      hanging: cmi5Package('<p>1</p>'),
      hungry: cmi5Package('<p>2</p>'),
      bomb: zipOf({ 'cmi5.xml': cmi5Xml(''), 'a.html': new Uint8Array(30_000_000) }),
      other: scormPackage('1.2'),
    }
    for (const [name, bytes] of Object.entries(packages))
      writeFileSync(join(dir, `training/${name}.zip`), bytes)
  })
  after(async () => {
    await performer.close()
    rmSync(dir, { recursive: true })
  })

  it('goes in but for those, each of which is told with its reason', async () => {
    const log = { info() {}, warn() {}, error() {} }
    const options = { log, fileStore: memoryFiles(), performer }
    const { files, problems } = await importContent(store, dir, options)
    const { file: _, ...counts } = files.find((one) => one.file.startsWith('training'))!

    assert.deepEqual(counts, { added: 2, changed: 0, unchanged: 0, bad: 3 })
    const told = problems
      .map(say)
      .filter((line) => line.startsWith('training'))
      .toSorted()
    assert.equal(told.length, 3)
    assert.match(told[0]!, /bomb\.zip: It would unpack to \d+ bytes .* The course is left out/)
    assert.match(told[1]!, /hanging\.zip: It took longer than 5 s and was ended\. The course is/)
    assert.match(told[2]!, /hungry\.zip: It used more than 64 MB and was ended\. The course is/)
  })
})
