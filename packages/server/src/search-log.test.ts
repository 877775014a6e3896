import assert from 'node:assert/strict'
import test from 'node:test'
import { createSearchLog, withoutPersonalData } from './search-log.ts'
import { memoryStore } from './store/memory/memory-store.ts'

test('a search is kept without what may name a person', () => {
  for (const text of [
    'call +49 (421) 555-0132',
    'call (0421) 555 0132',
    'call 0421 - 555 - 0132',
    'call +1 (555) 010 - 4477',
    'call 0421–555–0132',
    'call 0421 / 555 / 0132',
    'call ٠٤٢١ ٥٥٥ ٠١٣٢',
    'call ۰۴۲۱-۵۵۵-۰۱۳۲',
    'call ０４２１ ５５５ ０１３２',
    'call 4111 1111 1111 1111',
    'call 123-45-6789',
    'call ada@north.example',
    'call ada @ north.example',
    'call ada＠north.example',
    'call ada (at) north.example',
    'call ada [at] north.example',
    'call https://north.example/ada',
    'call north.example/?user=ada',
    'call DE89 3704 0044 0532 0130 00',
    'call GB29-NWBK-6016-1331-9268-19',
  ])
    assert.equal(withoutPersonalData(text), 'call …', text)
})

test('what a search needs stays in the report', () => {
  for (const text of [
    'QM-E200 error 0x3F',
    'install @lit/react 19.2',
    'a/b/c.txt',
    'ERR_CONN_7',
    'DIN 2633 flange 50 mm',
    'why does it stop?',
    'سخان الماء ٢٤',
  ])
    assert.equal(withoutPersonalData(text), text)
})

test('the end of what is looked at cuts no number and no address into something that is kept', () => {
  const filler = `${'a@b '.repeat(120)}`

  assert.equal(withoutPersonalData(`${filler} call 0421 555 ${'1'.repeat(30)}`), '… call')
  assert.equal(
    withoutPersonalData(`${filler} ask ada.lovelace.${'x'.repeat(30)}@a.example`),
    '… ask',
  )
  assert.ok(withoutPersonalData('😀'.repeat(300)).isWellFormed())
})

test('a reader who opens something ends their own search and nobody else’s', async () => {
  const store = memoryStore()
  const log = createSearchLog(store, () => 0)
  const search = (userId: string, text: string) => ({
    ...{ userId, text, resource: 'articles', language: 'en', found: 1 },
  })
  log.note(search('ada', 'valve'))
  log.note(search('sol', 'hydro'))

  await log.click(search('ada', 'valve'))
  log.note(search('sol', 'hydrophone'))
  await log.flush(true)

  const { items } = await store.read.searches.list({}, { limit: 9 })
  assert.deepEqual(items.map(({ text, clicked }) => [text, clicked]).toSorted(), [
    ['hydrophone', 0],
    ['valve', 1],
  ])
})
