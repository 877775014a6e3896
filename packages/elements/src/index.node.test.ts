import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import packageJson from '../package.json' with { type: 'json' }
import { generate } from '../icons.ts'
import { version } from './base/version.ts'

const root = new URL('..', import.meta.url)
const entries = Object.values(packageJson.exports).filter((file) => file.endsWith('.ts'))

for (const entry of entries.flatMap((file) => globSync(file, { cwd: root }))) {
  test(`${entry} is imported where there is no page`, async () => {
    assert.equal('document' in globalThis, false)
    await import(new URL(entry, root).href)
  })
}

test('the version in the code is the version of the package', () => {
  assert.equal(version, packageJson.version)
})

test('the icons are up to date; node icons.ts writes them', async () => {
  for (const [name, text] of Object.entries(await generate())) {
    assert.equal(await readFile(new URL(`src/primitives/icon/${name}`, root), 'utf8'), text)
  }
})
