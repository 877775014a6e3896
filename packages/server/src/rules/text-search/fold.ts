const plain: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', đ: 'd', ð: 'd', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ħ: 'h', ŧ: 't' },
  ...{ ʻ: '', ʼ: "'", '’': "'", ـ: '' },
}
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

const isAscii = (word: string) => /^[\x20-\x7e]*$/.test(word)

/** Accents of Latin, Greek and Cyrillic letters, Hebrew points and Arabic vowels. */
const omitted = new RegExp(
  String.raw`[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]`,
  'g',
)

/** A word in lower case, with its accents, as it is compared before accents are taken away. */
export function accentedForm(word: string): string {
  // Most words are ASCII, and normalising them is the dearest step of all.
  if (isAscii(word)) return word.toLowerCase()
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\p{Cf}/gu, '')
}

/**
 * A word without case, accents and marks that readers leave out. Marks that tell letters apart, such
 * as the vowels of Thai and the voicing of Japanese, stay.
 */
export function foldedForm(word: string): string {
  return withoutAccents(accentedForm(word))
}

/** A word in its `accentedForm` without the accents. */
export function withoutAccents(accented: string): string {
  if (isAscii(accented)) return accented
  return accented
    .normalize('NFD')
    .replaceAll(omitted, '')
    .normalize('NFC')
    .replaceAll(special, (letter) => plain[letter] ?? letter)
}
