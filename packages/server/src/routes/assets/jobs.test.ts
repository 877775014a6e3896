import assert from 'node:assert/strict'
import test from 'node:test'
import { memoryFiles, memoryStore } from '../../index.ts'
import { factsOf, keepLook } from './jobs.ts'

test('a text is kept without NUL and halves of characters, which a database refuses', async () => {
  const working = { store: memoryStore(), fileStore: memoryFiles() }
  const texts = ['Night\0 flow', 'A half \uD83D of a sign', 'A whole \u{1F4A7} one']

  const { pages } = await keepLook(working, {
    kind: 'text',
    pages: texts.map((text) => ({ text })),
  })

  assert.deepEqual(
    pages.map(({ text }) => text),
    ['Night flow', 'A half \uFFFD of a sign', 'A whole \u{1F4A7} one'],
  )
})

test('pages are counted where a reader sees pages', () => {
  const count = (kind: 'pages' | 'text', ...texts: string[]) =>
    factsOf({ kind, pages: texts.map((text) => ({ text })) }).pageCount

  assert.equal(count('pages', 'The only page'), 1)
  assert.equal(count('text', 'First slide', 'Second slide'), 2)
  assert.equal(count('text', 'A letter, or the names in a zip file'), undefined)
})
