import assert from 'node:assert/strict'
import test from 'node:test'
import { readCsv, type CsvRow } from './csv.ts'

async function rows(text: string, pieceLength = text.length || 1): Promise<CsvRow[]> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength)
  }
  const found: CsvRow[] = []
  for await (const batch of readCsv(pieces())) found.push(...batch)
  return found
}

const cells = async (text: string) => (await rows(text)).map((row) => 'cells' in row && row.cells)

test('the separator is told from the header, whatever stands in its quotes', async () => {
  assert.deepEqual(await cells('a,b\n1;2,3'), [
    ['a', 'b'],
    ['1;2', '3'],
  ])
  assert.deepEqual(await cells('a;b\n"1;x";2,3'), [
    ['a', 'b'],
    ['1;x', '2,3'],
  ])
  assert.deepEqual(await cells('a\tb\n1\t2'), [
    ['a', 'b'],
    ['1', '2'],
  ])
  assert.deepEqual(await cells('"a,b,c";d\n1;2'), [
    ['a,b,c', 'd'],
    ['1', '2'],
  ])
})

test('a first line sep=; is obeyed and counted', async () => {
  const found = await rows('sep=;\na;b\n1;2\n')

  assert.deepEqual(found[1], { line: 3, cells: ['1', '2'] })
})

test('a line sep=; that a spreadsheet filled up to the width of the table is obeyed', async () => {
  for (const first of [
    ...['sep=;;;', 'sep=;', '"sep=;"', 'SEP=;; ', 'sep=;,,', 'sep =;', ' sep=;', 'sep= ;'],
    ...['sep=";"', "sep=';'", '\ufeffsep=;'],
  ])
    assert.deepEqual((await rows(`${first}\na;b,c;d\n1;2,5;3\n`)).slice(1), [
      { line: 3, cells: ['1', '2,5', '3'] },
    ])
  assert.deepEqual(await cells('sep=,,,\na,b\n1,2'), [
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('line ends may be LF, CRLF or CR, also across two pieces', async () => {
  for (const end of ['\n', '\r\n', '\r'])
    for (const length of [1, 2, 3, 100]) {
      const found = await rows(['a,b', '1,2', '', '3,4'].join(end), length)

      assert.deepEqual(
        found.map(({ line }) => line),
        [1, 2, 4],
        JSON.stringify({ end, length }),
      )
    }
})

test('quotes hold separators, line breaks and doubled quotes, and lines are counted on', async () => {
  const found = await rows('a,b\r\n"x\r\ny","say ""hi"""\r\n"",z\r\n')

  assert.deepEqual(found.slice(1), [
    { line: 2, cells: ['x\ny', 'say "hi"'] },
    { line: 4, cells: ['', 'z'] },
  ])
})

test('a quote in the middle of a cell is a letter', async () => {
  assert.deepEqual(await cells('a,b\n2" pipe,5'), [
    ['a', 'b'],
    ['2" pipe', '5'],
  ])
})

test('a stray quote costs its own row and no other', async () => {
  const found = await rows('a,b\n"Miller,1\nx,2\n"y, z",3\nw,4\n')

  assert.deepEqual(
    found.map(({ line, problem }) => [line, problem !== undefined]),
    [
      [1, false],
      [2, true],
      [3, false],
      [4, false],
      [5, false],
    ],
  )
})

test('a quote that is never closed is told, and the rows after it are read', async () => {
  const many = Array.from({ length: 5000 }, (_, index) => `r${index},1`).join('\n')
  const found = await rows(`a,b\n"open,1\n${many}`)

  assert.equal(found.length, 5002)
  assert.match(found[1]?.problem ?? '', /not closed within 200 lines/)
  assert.deepEqual(found.at(-1), { line: 5002, cells: ['r4999', '1'] })
})

test('text after a closing quote is told with the cell it stands in', async () => {
  const [, bad, good] = await rows('a,b\n1,"x"y\n2,z')

  assert.deepEqual([bad?.line, bad && 'cell' in bad && bad.cell], [2, 1])
  assert.deepEqual(good, { line: 3, cells: ['2', 'z'] })
})

test('a line of many megabytes is refused without being held', async () => {
  const found = await rows(`a,b\n${'x'.repeat(5_000_000)},1\nok,2`, 65_536)

  assert.match(found[1]?.problem ?? '', /more than 200000 characters/)
  assert.deepEqual(found[2], { line: 3, cells: ['ok', '2'] })
})

test('rows without any content are passed over', async () => {
  assert.deepEqual(await cells('a,b\n,\n   \n1,2\n\n'), [
    ['a', 'b'],
    ['1', '2'],
  ])
})
