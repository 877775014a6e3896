import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { document, filter, searching } from '../text-documents.ts'

/** The words that find a text, the same in every store. */
export function textsSuite(open: () => Store) {
  const { put, find, ids } = searching(open)

  describe('texts', () => {
    it('finds every word, the last one also unfinished', async () => {
      await put(document('whole', { text: 'Hold the magnet for ten seconds.' }))

      assert.deepEqual(await ids('magnet seconds'), ['whole'])
      assert.deepEqual(await ids('magnet seco'), ['whole'])
      assert.deepEqual(await ids('seco magnet'), [])
      assert.deepEqual(await ids('magnet minutes'), [])
    })

    it('puts a title before a heading, and a heading before the text', async () => {
      const part = (heading: string, text: string) => [{ heading, anchor: 'h-x', text }]
      await put(
        document('body', { title: 'One', parts: part('Two', 'about calibration') }),
        document('title', { title: 'Calibration', parts: part('Two', 'three') }),
        document('heading', { title: 'One', parts: part('Calibration', 'three') }),
      )

      assert.deepEqual(await ids('calibration'), ['title', 'heading', 'body'])
    })

    it('ignores case and accents, and puts the accented form first', async () => {
      await put(
        document('plain', { title: 'Trang ma', text: 'x' }),
        document('accented', { title: 'Trang mả', text: 'x' }),
        document('ascii', { title: 'HAUSER', text: 'x' }),
        document('umlaut', { title: 'Häuser', text: 'x' }),
      )

      assert.deepEqual((await ids('trang mả ')).slice(0, 1), ['accented'])
      assert.deepEqual((await ids('trang ma ')).toSorted(), ['accented', 'plain'])
      assert.deepEqual((await ids('häuser ')).slice(0, 1), ['umlaut'])
      assert.deepEqual((await ids('hauser ')).toSorted(), ['ascii', 'umlaut'])
    })

    it('finds words with signs in them as they are written, without the signs and in parts', async () => {
      await put(
        document('node', { text: 'It runs on node.js only.' }),
        document('plus', { text: 'Written in C++ and more.' }),
        document('number', { text: 'Order QM-E777 today.' }),
        document('path', { text: 'Look into a/b/c.txt for it.' }),
        document('code', { text: 'It says ERR_CONN_7.' }),
        document('under', { text: 'Read __filename first.' }),
      )

      for (const [search, id] of [
        ['node.js', 'node'],
        ['nodejs', 'node'],
        ['node', 'node'],
        ['C++', 'plus'],
        ['QM-E777', 'number'],
        ['qme777', 'number'],
        ['e777', 'number'],
        ['a/b/c.txt', 'path'],
        ['c.txt', 'path'],
        ['err_conn_7', 'code'],
        ['conn', 'code'],
        ['__filename', 'under'],
        ['filename', 'under'],
      ])
        assert.deepEqual(await ids(`${search} `), [id], search)
    })

    it('looks into titles for words that say nothing', async () => {
      await put(
        document('silent', { text: 'And how to do that.' }),
        document('titled', { title: 'How to', text: 'x' }),
      )

      assert.equal((await ids('how to '))[0], 'titled')
    })

    it('finds words of scripts that write no blanks', async () => {
      await put(
        document('chinese', { text: '我们用机器学习模型检查管道。' }),
        document('japanese', { text: '製品の返品について。' }),
        document('thai', { text: 'การติดตั้งเครื่องวัดน้ำ' }),
      )

      assert.deepEqual(await ids('模型'), ['chinese'])
      assert.deepEqual(await ids('返品'), ['japanese'])
      assert.deepEqual(await ids('ติดตั้ง'), ['thai'])
    })

    it('marks what was found and leads to its heading', async () => {
      await put(
        document('marked', {
          title: 'Valves',
          parts: [
            { heading: '', text: 'An overview.' },
            { heading: 'Tighten the gland', anchor: 'h-gland', text: 'Turn the <b>gland</b> nut.' },
          ],
        }),
      )

      const [hit] = await find('gland')

      assert.deepEqual(hit?.title, [{ text: 'Valves' }])
      assert.deepEqual(hit?.section, {
        heading: [{ text: 'Tighten the ' }, { text: 'gland', hit: true }],
        anchor: 'h-gland',
      })
      assert.deepEqual(hit?.excerpt, [
        { text: 'Turn the <b>' },
        { text: 'gland', hit: true },
        { text: '</b> nut.' },
      ])
    })

    it('answers every text that somebody can type', async () => {
      const odd = [
        ...["'", '"', '\\', '&', '|', '!', '(', ')', '<->', ':*', '%', "it's", '\0', '\u{1f600}'],
        ...['a & b | !c', '\u202eabc', '\ud800', 'x'.repeat(10_000), ' ', '', 'a'.repeat(3000)],
        ...["a'b\\c", 'C:\\temp\\x', '~', '=', "''::tsquery", 'select 1; --', '- - -', '...'],
        ...['\u0303', 'a \u0303\u0301 b', '\u0640', '\u200d', '\u02bb'],
      ]
      for (const search of odd) {
        assert.ok(Array.isArray(await find(search)), search)
        await open().read.texts.count(filter(), search)
        await open().read.texts.similar(['en'], search)
      }
    })

    it('takes every character that a text can hold, alone and after a letter', async () => {
      const all = Array.from({ length: 0x30000 }, (_, code) => code)
        .filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
        .map((code) => String.fromCodePoint(code))
      const size = 20_000
      for (let start = 0; start < all.length; start += size) {
        const some = all.slice(start, start + size)
        const parts = [some.join(' '), some.join(' a')].map((text) => ({ heading: '', text }))
        await put(document('characters', { title: some.slice(0, 50).join(' '), parts }))
      }
    })

    it('knows words that look like a misspelt one', async () => {
      await put(document('words', { text: 'The remote temperature of the hydrophone.' }))
      const { texts } = open().read

      assert.ok((await texts.similar(['en'], 'temprature')).includes('temperature'))
      assert.ok((await texts.similar(['en'], 'hydrofone')).includes('hydrophone'))
      assert.ok((await texts.similar(['en'], 'reomte')).includes('remote'))
      assert.deepEqual(
        await texts.known(['en'], ['temperature', 'temprature']),
        new Set(['temperature']),
      )
    })

    it('forgets words that no text has any more', async () => {
      const known = (...words: string[]) => open().read.texts.known(['en'], words)
      await put(
        document('slip', { text: 'Close the brass vallvve by its handwheel.' }),
        document('right', { text: 'Turn the handwheel.' }),
      )
      assert.deepEqual(await known('vallvve'), new Set(['vallvve']))

      await put(document('slip', { text: 'Close the brass valve by its handwheel.' }))
      assert.deepEqual(await known('vallvve', 'valve'), new Set(['valve']))
      assert.ok(!(await open().read.texts.similar(['en'], 'valvve')).includes('vallvve'))

      await open().write(({ texts }) => texts.remove('texts-suite', ['slip']))
      assert.deepEqual(await known('brass', 'handwheel'), new Set(['handwheel']))
    })

    it('finds what the vendor says means the same', async () => {
      await put(document('same', { text: 'Find the leakage.' }))
      const page = { offset: 0, limit: 5 }
      const synonyms = [
        ['seepage', 'leakage'],
        ['flow meter', 'gauge'],
      ]
      const found = await open().read.texts.search(filter(), 'seepage ', synonyms, page)

      assert.deepEqual(
        found.hits.map(({ recordId }) => recordId),
        ['same'],
      )
    })
  })
}
