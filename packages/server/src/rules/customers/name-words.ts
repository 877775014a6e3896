import type { Spelling } from './spellings.ts'

/** Words that join others between two words; the sign for them is punctuation. */
const joining = new Set(
  'and und et y e i a u en og och ja ir și si és es un и та і και ve dan'.split(' '),
)

const signs: Readonly<Record<string, string>> = {
  ...{ 株: '株式会社', 有: '有限会社', 同: '合同会社', 名: '合名会社', 資: '合資会社' },
  ...{ 一社: '一般社団法人', 一財: '一般財団法人', 주: '주식회사', 유: '유한회사' },
}

/** The words of a name; in all but short ones an umlaut, the same with an `e` and the bare vowel read alike. */
export function wordsOf(name: string, spelling: Spelling): string[] {
  return rawWords(name, spelling).map((word) =>
    word.length > 3 ? word.replaceAll(/(?<![aeiouq])([aou])e/g, '$1') : word,
  )
}

/** The words of a name with the vowels that it has. */
export function rawWords(name: string, spelling: Spelling): string[] {
  // Most names are ASCII, and the forms of Unicode are the dearest step of all.
  const words = /^[\x20-\x26\x28-\x5f\x61-\x7e]*$/.test(name)
    ? name.toLowerCase().split(/[^a-z\d]+/)
    : foldedWords(name, spelling)
  const isLong = (word: string | undefined) => word !== undefined && word.length > 1
  return words
    .filter((word) => word !== '')
    .filter((word, at, all) => !(joining.has(word) && isLong(all[at - 1]) && isLong(all[at + 1])))
}

function foldedWords(name: string, spelling: Spelling): string[] {
  const text = name
    .replaceAll(/[™®©℠]/g, '')
    .replaceAll(/['’‘‛`´ʼʻ′＇\u05f3]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\(([株有同名資주유]|一社|一財)\)/g, (_, sign: string) => signs[sign] ?? sign)
  return spelling(text)
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
}
