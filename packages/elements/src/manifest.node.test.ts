import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe as suite, test } from 'node:test'
import { describe } from '../manifest.ts'

const root = join(import.meta.dirname, '..')
const elements = describe(root)
  .modules.flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName)

test('every entry of the package is in the manifest under its tag', () => {
  const entries = ['widgets', 'primitives']
    .flatMap((kind) => globSync(`src/${kind}/*/define.ts`, { cwd: root }))
    .map((file) => `prm-${basename(dirname(file))}`)

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
