import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listFiles, read } from './sources.ts'
import { missingNames } from './widget-list.ts'

test('every element stands in all that names elements', () => {
  const files = listFiles().filter((file) =>
    /^(packages\/elements\/(src\/|README\.md|package\.json))/.test(file),
  )

  assert.deepEqual(missingNames(new Map(files.map((file) => [file, read(file)]))), [])
})

const widget = 'packages/elements/src/widgets/price-list'
const whole = new Map([
  [`${widget}/define.ts`, `define('prm-price-list', PrmPriceList)`],
  [`${widget}/usage.md`, '## When to use\n## Anatomy\n## Do\n## Do not\n'],
  [`${widget}/price-list.stories.ts`, `export default { component: 'prm-price-list' }`],
  ['packages/elements/src/index.ts', `export { P } from './widgets/price-list/define.ts'`],
  ['packages/elements/src/jsx.ts', `'prm-price-list': Element<P, never>`],
  ['packages/elements/README.md', 'The elements:\n| `prm-price-list` | |'],
])

test('a widget that stands everywhere misses nothing', () => {
  assert.deepEqual(missingNames(whole), [])
})

test('each place that does not name a widget is told', () => {
  const complaint = {
    [`${widget}/define.ts`]: `${widget}/define.ts has no define('prm-price-list'`,
    [`${widget}/price-list.stories.ts`]: `${widget}/ has no story with component: 'prm-price-list'`,
    'packages/elements/src/index.ts': `packages/elements/src/index.ts has no from './widgets/price-list/define.ts'`,
    'packages/elements/src/jsx.ts': `packages/elements/src/jsx.ts has no 'prm-price-list': Element<`,
    'packages/elements/README.md': 'packages/elements/README.md has no row for `prm-price-list`',
  }

  for (const [file, text] of Object.entries(complaint)) {
    assert.deepEqual(missingNames(new Map([...whole, [file, '']])), [`<prm-price-list>: ${text}`])
  }
  assert.deepEqual(missingNames(new Map([...whole, [`${widget}/usage.md`, '## Do\n']])), [
    `<prm-price-list>: ${widget}/usage.md has no section "When to use"`,
    `<prm-price-list>: ${widget}/usage.md has no section "Anatomy"`,
    `<prm-price-list>: ${widget}/usage.md has no section "Do not"`,
  ])
})

test('a primitive needs a path of its own, since the pattern of the paths is for widgets', () => {
  const primitive = new Map(
    [...whole].map(
      ([file, text]) =>
        [file, text].map((one) => one.replace('widgets', 'primitives')) as [string, string],
    ),
  )
  const path = '"./price-list": "./src/primitives/price-list/define.ts"'

  assert.deepEqual(missingNames(primitive), [
    `<prm-price-list>: packages/elements/package.json has no ${path}`,
  ])
  primitive.set('packages/elements/package.json', path)
  assert.deepEqual(missingNames(primitive), [])
})

test('a row for an element that is gone is told', () => {
  const stale = 'The elements:\n| `prm-price-list` | |\n| `prm-old` | |'

  assert.deepEqual(missingNames(new Map([...whole, ['packages/elements/README.md', stale]])), [
    'packages/elements/README.md has a row for <prm-old>, which is gone',
  ])
})
