import assert from 'node:assert/strict'
import test from 'node:test'
import { memoryFiles, memoryStore } from '../../index.ts'
import { keepLook } from './jobs.ts'

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
