/** The signs of Windows-1252 that Latin 1 has elsewhere or lacks. */
const winAnsi: Readonly<Record<string, string>> = {
  '–': '\x96',
  '—': '\x97',
  '’': '\x92',
  '“': '\x93',
  '”': '\x94',
  '„': '\x84',
  '€': '\x80',
  '•': '\x95',
  '…': '\x85',
}

/** The lines of a text with at most so many letters each. */
export function wrapped(text: string, most: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.length - 1
    if (lines[last]!.length + word.length < most) lines[last] += `${lines[last] && ' '}${word}`
    else lines.push(word)
  }
  return lines.filter(Boolean)
}

/** A text as a string of a page in Windows-1252 (ISO 32000-1, 7.3.4.2). */
export const encoded = (text: string): string =>
  [...text]
    .map((sign) => winAnsi[sign] ?? (sign.charCodeAt(0) < 256 ? sign : '?'))
    .join('')
    .replaceAll(/[\\()]/g, '\\$&')
