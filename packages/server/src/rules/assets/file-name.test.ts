import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distinctNames, safeFileName } from './file-name.ts'

test('a long title in any script is a name that every system takes, also as one of two', () => {
  for (const sign of ['長', 'ي', 'ü', 'a', '𠮷']) {
    const name = safeFileName(sign.repeat(300), 'slides.pptx')
    const [, second = ''] = distinctNames([name, name])
    assert.ok(Buffer.byteLength(second) <= 255, second)
    assert.ok(Array.from(name).length <= 125)
    assert.match(name, /^(.)\1{50,}\.pptx$/u)
  }
})

test('a title loses what Windows refuses and what turns the reading around, and keeps its ending', () => {
  assert.equal(safeFileName('a/b: c? \u202e<d>.PDF', 'x.pdf'), 'a-b- c- -d-.pdf')
  assert.equal(safeFileName('CON', 'x.pdf'), 'CON_.pdf')
  assert.equal(safeFileName(' .. ', 'x.pdf'), 'file.pdf')
})
