import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copiedCode } from '../.storybook/copied-code.ts'

const usual = { scheme: 'light', language: 'en', density: 'usual', accent: 'usual' }
const widget = { title: 'Widgets/Deal list', globals: usual }
const markup = '<prm-deal-list register-href="#register"></prm-deal-list>'

test('a widget is copied with the loader and in a portal that needs no backend', () => {
  assert.equal(
    copiedCode(markup, widget),
    `<!-- dist/cdn of @prmkit/elements, served under /prmkit -->
<script type="module" src="/prmkit/prmkit.js"></script>

<prm-portal demo>
  <prm-deal-list register-href="#register"></prm-deal-list>
</prm-portal>
`,
  )
})

test('the tokens and colours of the toolbar are copied too', () => {
  const globals = { ...usual, scheme: 'dark', density: 'compact', accent: 'pine' }

  const code = copiedCode(markup, { ...widget, globals })

  assert.match(code, /:root \{\n {4}color-scheme: dark;\n {4}--prm-color-accent: light-dark\(/)
  assert.match(code, /--prm-space: 3px;\n {4}--prm-font-size: 14px;/)
})

test('the language of the toolbar stands on the portal, with its direction', () => {
  const globals = { ...usual, language: 'ar' }

  assert.match(copiedCode(markup, { ...widget, globals }), /<prm-portal demo lang="ar" dir="rtl">/)
  assert.match(
    copiedCode('<prm-button>حفظ</prm-button>', { title: 'Primitives/Button', globals }),
    /<div lang="ar" dir="rtl">\n {2}<prm-button>/,
  )
})

test('a story that brings its own portal is copied without the backend of Storybook', () => {
  const code = copiedCode('<prm-portal base-url="https://a.example"><i></i></prm-portal>', widget)

  assert.match(code, /\n<prm-portal demo><i><\/i><\/prm-portal>\n/)
})

test('a part of widgets has no code of its own', () => {
  const code = copiedCode('<story-stage></story-stage>', {
    title: 'Primitives/Toast',
    globals: usual,
  })

  assert.doesNotMatch(code, /stage/)
})

test('code that is copied already stays as it is', () => {
  const code = copiedCode(markup, widget)

  assert.equal(copiedCode(code, widget), code)
})

test('before a story is drawn there is nothing to copy, not even an empty portal', () => {
  assert.equal(copiedCode('\n', widget), '\n')
})
