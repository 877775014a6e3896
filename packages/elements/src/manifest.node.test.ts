import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe as suite, test } from 'node:test'
import { describe } from '../manifest.ts'
import packageJson from '../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')
const elements = describe(root)
  .modules.flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName)

test('every entry of the package is in the manifest under its tag', () => {
  const entries = Object.entries(packageJson.exports)
    .filter(([, file]) => file.endsWith('/define.ts') && existsSync(join(root, file)))
    .map(([path]) => path.replace('./', 'prm-'))

  assert.deepEqual(elements.map(({ tagName }) => tagName).toSorted(), entries.toSorted())
})

for (const { tagName, summary, members = [], attributes = [], ...rest } of elements) {
  suite(`${tagName} is described`, () => {
    test('in one sentence', () => assert.match(summary ?? '', /\w.*\.$/))

    const parts = { ...rest, members, attributes }
    for (const kind of ['members', 'attributes', 'slots', 'events', 'cssParts'] as const) {
      test(`with a sentence for each of its ${kind}`, () => {
        const silent = (parts[kind] ?? []).filter(({ description }) => !description?.trim())
        assert.deepEqual(
          silent.map(({ name }) => name),
          [],
        )
      })
    }
  })
}
