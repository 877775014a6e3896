import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'

const read = (address: string) =>
  readFileSync(new URL(address, import.meta.url), 'utf8').replace(/\/\*[^]*?\*\//g, '')
const known = new Set(read('../styles/tokens.md').match(/--prm-[a-z-]+/g))

/** Each map with the sheet that declares its variables, and the names that only a vendor declares. */
const maps = [
  {
    name: 'bootstrap.css',
    sheet: '../../node_modules/bootstrap/dist/css/bootstrap.css',
    own: [] as string[],
  },
  {
    name: 'tailwind.css',
    sheet: '../../node_modules/tailwindcss/theme.css',
    own: ['--color-primary'],
  },
]

for (const { name, sheet, own } of maps) {
  describe(name, () => {
    const map = read(name)

    test('sets tokens only', () => {
      const set = [...map.matchAll(/^\s+(--[a-z-]+):/gm)].map(([, token]) => token!)

      assert.ok(set.length > 10)
      assert.deepEqual(
        set.filter((token) => !known.has(token)),
        [],
      )
    })

    test('reads variables that the framework declares', () => {
      const declared = new Set([...read(sheet).matchAll(/(--[\w-]+):/g)].map(([, one]) => one!))
      const used = [...map.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, one]) => one!)

      assert.ok(used.length > 10)
      assert.deepEqual(
        used.filter((one) => !declared.has(one) && !own.includes(one)),
        [],
      )
    })
  })
}
