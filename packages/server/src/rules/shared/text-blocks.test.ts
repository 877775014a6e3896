import assert from 'node:assert/strict'
import test from 'node:test'
import { TextBlock } from '@prmkit/contract'
import { textBlocks } from './text-blocks.ts'

/** Blocks as short text: `p`, `l` or `n`, and each line with its links as `text→address`. */
function short(markdown: string): string[] {
  return textBlocks(markdown).map(({ kind, lines }) => {
    const written = lines.map((line) =>
      line.map(({ text, href }) => (href === undefined ? text : `${text}→${href}`)).join('|'),
    )
    return `${kind[0]}: ${written.join(' / ')}`
  })
}

const cases: Record<string, [markdown: string, blocks: string[]]> = {
  'nothing as nothing': ['', []],
  'blank lines as nothing': [' \n\t\n\r\n', []],
  'lines that follow one another as one paragraph': [
    'One\ntwo\n\nThree',
    ['p: One two', 'p: Three'],
  ],
  'a line that ends with two blanks or a backslash as a line': [
    'One  \ntwo\\\nthree',
    ['p: One / two / three'],
  ],
  'a heading as a paragraph': ['# News #\nToday\n## More', ['p: News', 'p: Today', 'p: More']],
  'marks as list': ['- One\n* two\n+ three', ['l: One / two / three']],
  'numbers as numbered list': ['1. One\n2) two', ['n: One / two']],
  'a list with blank lines as one list': ['- One\n\n- two\n\nEnd', ['l: One / two', 'p: End']],
  'a line below an entry as part of it': [
    '- One\n  more\nand more\n- two',
    ['l: One more and more / two'],
  ],
  'a list below a paragraph as a list': [
    'Bring:\n- Milk\n1. Bread',
    ['p: Bring:', 'l: Milk', 'n: Bread'],
  ],
  'a year in a paragraph as text': ['It was in\n1984. Long ago', ['p: It was in 1984. Long ago']],
  'a link by its text': [
    'See [the **guide**](https://a.example/x?y=1).',
    ['p: See |the guide→https://a.example/x?y=1|.'],
  ],
  'a link with a title': ['[A](https://a.example "T")', ['p: A→https://a.example']],
  'an address as a link': [
    'Go to https://a.example/b.',
    ['p: Go to |https://a.example/b→https://a.example/b|.'],
  ],
  'an address in brackets as a link': [
    '<https://a.example>',
    ['p: https://a.example→https://a.example'],
  ],
  'an address for mail as text': ['[Ask us](mailto:a@b.example)', ['p: Ask us (a@b.example)']],
  'an address of a script as it is written': [
    '[x](javascript:alert)',
    ['p: [x](javascript:alert)'],
  ],
  'an address within the site as it is written': ['[x](/admin)', ['p: [x](/admin)']],
  'an image as its text': ['![A pump](https://a.example/p.png)', ['p: A pump']],
  'markup as it is written': ['<b onclick="x">Hi</b>', ['p: <b onclick="x">Hi</b>']],
  'bold print without its marks': ['**Now**: 2 * 3 * 4', ['p: Now: 2 * 3 * 4']],
  'a mark behind a backslash as a mark': ['\\* no list \\[x\\]', ['p: * no list [x]']],
  'Windows line ends': ['One\r\ntwo\r\n\r\nThree', ['p: One two', 'p: Three']],
}

for (const [title, [markdown, blocks]] of Object.entries(cases))
  test(`text blocks show ${title}`, () => {
    assert.deepEqual(short(markdown), blocks)
    for (const block of textBlocks(markdown)) assert.ok(TextBlock.safeParse(block).success)
  })

test('50,000 characters of any mark are read in no time', () => {
  const marks = [
    '[',
    '[x](',
    '[x](https://',
    '![',
    '**',
    '\\',
    '- ',
    '1. ',
    '#',
    '> ',
    'https://',
    '<',
  ]
  for (const mark of [...marks, ...marks.map((one) => `${one}\n`)]) {
    const begin = performance.now()
    textBlocks(mark.repeat(50_000 / mark.length))

    assert.ok(performance.now() - begin < 1000, mark)
  }
})
