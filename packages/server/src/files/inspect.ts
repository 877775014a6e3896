/** How many bytes the check looks at. */
export const headSize = 4096

const starts =
  (...bytes: number[]) =>
  (head: Uint8Array) =>
    bytes.every((byte, index) => head[index] === byte)
const ascii = (text: string) => starts(...[...text].map((letter) => letter.charCodeAt(0)))

const programs = [
  ascii('MZ'),
  starts(0x7f, 0x45, 0x4c, 0x46),
  starts(0xfe, 0xed, 0xfa, 0xce),
  starts(0xfe, 0xed, 0xfa, 0xcf),
  starts(0xce, 0xfa, 0xed, 0xfe),
  starts(0xcf, 0xfa, 0xed, 0xfe),
  starts(0xca, 0xfe, 0xba, 0xbe),
  starts(0x00, 0x61, 0x73, 0x6d),
  starts(0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00),
  ascii('#!'),
]

const zip = starts(0x50, 0x4b)
const oldOffice = starts(0xd0, 0xcf, 0x11, 0xe0)
const signatures: [pattern: RegExp, test: (head: Uint8Array) => boolean][] = [
  [/^application\/pdf$/, ascii('%PDF-')],
  [/^image\/png$/, starts(0x89, 0x50, 0x4e, 0x47)],
  [/^image\/jpeg$/, starts(0xff, 0xd8, 0xff)],
  [/^image\/gif$/, ascii('GIF8')],
  [/^image\/webp$/, (head) => ascii('RIFF')(head) && ascii('WEBP')(head.subarray(8))],
  [/^application\/(zip|vnd\.openxmlformats-.*)$/, zip],
  [/^application\/(msword|vnd\.ms-.*)$/, oldOffice],
  [/^text\//, isText],
]

/** Extensions that some system runs when somebody opens the file. */
const dangerous =
  /\.(exe|com|scr|pif|msi|msp|bat|cmd|ps1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|lnk|jar|app|dmg|sh|py|reg|cpl|dll|docm|xlsm|pptm|html?|xhtml|svg|xml|mht|iso|img|apk)[. ]*$/i

/** Tells whether a file's name ends like a program's, a script's or a page's. */
export function hasDangerousName(name: string): boolean {
  return dangerous.test(name.replaceAll(/\p{Cf}/gu, '').trim())
}

/** Why the first bytes do not fit the media type that was declared, or `undefined` where they do. */
export function objectionTo(mediaType: string, head: Uint8Array): string | undefined {
  if (programs.some((test) => test(head))) return 'The file is a program.'
  const known = signatures.find(([pattern]) => pattern.test(mediaType))
  if (known && !known[1](head)) return `The content is not ${mediaType}.`
  return undefined
}

function isText(head: Uint8Array): boolean {
  const start = new TextDecoder().decode(head).trimStart().slice(0, 200).toLowerCase()
  return !head.includes(0) && !/^<(!doctype|html|script|svg|\?xml)/.test(start)
}
