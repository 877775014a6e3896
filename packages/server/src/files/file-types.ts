/** How many bytes the check looks at. */
export const headSize = 4096

type Head = (head: Uint8Array) => boolean

const starts =
  (...bytes: number[]): Head =>
  (head) =>
    bytes.every((byte, index) => head[index] === byte)
const ascii = (text: string): Head => starts(...[...text].map((letter) => letter.charCodeAt(0)))
const anyOf =
  (...tests: Head[]): Head =>
  (head) =>
    tests.some((test) => test(head))

const programs = anyOf(
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
)

const zip = starts(0x50, 0x4b)
const oldOffice = starts(0xd0, 0xcf, 0x11, 0xe0)
// One with a password lies in the container of the old formats (MS-OFFCRYPTO 2.3).
const newOffice = anyOf(zip, oldOffice)
const rtf = ascii('{\\rtf')
// Readers take a PDF that begins within the first kilobyte (ISO 32000-1, annex H).
const pdf: Head = (head) =>
  new TextDecoder('latin1').decode(head.subarray(0, 1024)).includes('%PDF-')
const webp: Head = (head) => ascii('RIFF')(head) && ascii('WEBP')(head.subarray(8))
// Mail programs put the line of a mailbox before a saved message (RFC 4155).
const mail: Head = (head) =>
  isText(head) && /^\s*(From [^\r\n]*[\r\n]+)?[!-9;-~]+:/.test(textOf(head))

interface FileType {
  readonly mediaType: string
  /** Tells by its first bytes whether a file is of this type. */
  readonly begins: Head
}

const type = (mediaType: string, begins: Head): FileType => ({ mediaType, begins })
const word = type('application/msword', anyOf(oldOffice, rtf))
const jpeg = type('image/jpeg', starts(0xff, 0xd8, 0xff))
const tiff = type(
  'image/tiff',
  anyOf(ascii('II*\0'), ascii('MM\0*'), ascii('II+\0'), ascii('MM\0+')),
)
const openXml = 'application/vnd.openxmlformats-officedocument.'
const openDocument = 'application/vnd.oasis.opendocument.'

/** The files that are taken, by the ending of their name. */
const types: Readonly<Record<string, FileType>> = {
  '.pdf': type('application/pdf', pdf),
  '.png': type('image/png', starts(0x89, 0x50, 0x4e, 0x47)),
  '.jpg': jpeg,
  '.jpeg': jpeg,
  '.gif': type('image/gif', ascii('GIF8')),
  '.webp': type('image/webp', webp),
  '.tif': tiff,
  '.tiff': tiff,
  '.txt': type('text/plain', isText),
  '.csv': type('text/csv', isText),
  '.eml': type('message/rfc822', mail),
  '.msg': type('application/vnd.ms-outlook', oldOffice),
  '.zip': type('application/zip', zip),
  '.rtf': type('application/rtf', rtf),
  '.doc': word,
  '.xls': type('application/vnd.ms-excel', oldOffice),
  '.ppt': type('application/vnd.ms-powerpoint', oldOffice),
  '.docx': type(`${openXml}wordprocessingml.document`, newOffice),
  '.xlsx': type(`${openXml}spreadsheetml.sheet`, newOffice),
  '.pptx': type(`${openXml}presentationml.presentation`, newOffice),
  '.odt': type(`${openDocument}text`, zip),
  '.ods': type(`${openDocument}spreadsheet`, zip),
  '.odp': type(`${openDocument}presentation`, zip),
}

/** The ending of an office file, a text, table or presentation, by its media type; undefined for others. */
export function officeEndingOf(mediaType: string): string | undefined {
  const endings = [
    '.doc',
    '.xls',
    '.ppt',
    '.rtf',
    '.docx',
    '.xlsx',
    '.pptx',
    '.odt',
    '.ods',
    '.odp',
  ]
  return endings.find((ending) => types[ending]?.mediaType === mediaType)
}

// Boxes of an MP4 begin with their length and four letters (ISO/IEC 14496-12, 4.3).
const mp4: Head = (head) => ascii('ftyp')(head.subarray(4))
// QuickTime before MP4 has no box of its type (QuickTime File Format, “Atoms”).
const quickTime: Head = (head) =>
  ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].some((box) =>
    ascii(box)(head.subarray(4)),
  )
const matroska = starts(0x1a, 0x45, 0xdf, 0xa3)
const riff = ascii('RIFF')
const asf = starts(0x30, 0x26, 0xb2, 0x75)
const drawing: Head = (head) => /<svg[\s>]/i.test(textOf(head))

/** Files that only the vendor brings, for partners to see or take. */
const vendorTypes: Readonly<Record<string, FileType>> = {
  ...types,
  '.mp4': type('video/mp4', mp4),
  '.m4v': type('video/mp4', mp4),
  '.mov': type('video/quicktime', quickTime),
  '.webm': type('video/webm', matroska),
  '.mkv': type('video/x-matroska', matroska),
  '.avi': type('video/x-msvideo', riff),
  '.wmv': type('video/x-ms-wmv', asf),
  '.svg': type('image/svg+xml', drawing),
  '.eps': type('application/postscript', anyOf(ascii('%!PS'), starts(0xc5, 0xd0, 0xd3, 0xc6))),
  '.ai': type('application/pdf', pdf),
}

/** Every ending that a vendor’s file may have. */
export const vendorEndings: readonly string[] = Object.keys(vendorTypes)

/** The media type of a vendor’s file by the ending of its name; undefined for an unknown one. */
export function vendorMediaTypeOf(name: string): string | undefined {
  const ending = endingOf(name)
  return Object.hasOwn(vendorTypes, ending) ? vendorTypes[ending]?.mediaType : undefined
}

/** The most bytes of a file unless a server says otherwise. */
export const largestFile = 25_000_000

/** Every ending that is known; a server may take fewer. */
export const knownEndings: readonly string[] = Object.keys(types)

/** Tells whether a part of the HTML `accept` attribute, an ending or a media type, lets any known file through. */
export function acceptsAny(pattern: string): boolean {
  const wanted = pattern.trim().toLowerCase()
  if (wanted.startsWith('.')) return knownEndings.includes(wanted)
  const family = wanted.endsWith('/*') ? wanted.slice(0, -1) : undefined
  return Object.values(types).some(({ mediaType }) =>
    family === undefined ? mediaType === wanted : mediaType.startsWith(family),
  )
}

/** The ending of a name as a system reads it: without what it drops or does not show. */
export function endingOf(name: string): string {
  const shown = name.replaceAll(/\p{Cf}/gu, '').replace(/[.\s]+$/, '')
  return /\.[^.]*$/.exec(shown)?.[0].toLowerCase() ?? ''
}

/**
 * The media type of a file by the ending of its name; undefined for an unknown one. The type that a
 * browser declares says little: the operating system makes it up from the programs that are there
 * (`.csv` is application/vnd.ms-excel beside Excel, `.docx` has none without an office program).
 */
export function mediaTypeOf(name: string): string | undefined {
  const ending = endingOf(name)
  return Object.hasOwn(types, ending) ? types[ending]?.mediaType : undefined
}

const active =
  /\b(x?html|javascript|ecmascript|svg|xml|x-sh|msdownload|x-msdos-program|wasm|java)\b/

/** Tells whether a declared type is one that a browser or a system runs. */
export const isActive = (mediaType: string): boolean =>
  active.test(mediaType.toLowerCase()) && !/openxmlformats|opendocument/i.test(mediaType)

/** The reason why the first bytes do not fit the ending of the name, or undefined where they do. */
export function objectionTo(name: string, head: Uint8Array): string | undefined {
  if (programs(head)) return 'The file is a program.'
  const ending = endingOf(name)
  const known = Object.hasOwn(vendorTypes, ending) ? vendorTypes[ending] : undefined
  if (known?.begins(head)) return undefined
  if (isPage(head)) return `The file is a web page, not ${ending}. Save it as ${ending} first.`
  return `The content is not that of a ${ending} file.`
}

/** A text, or its beginning, in the encoding that its byte order mark names, else UTF-8. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-16be'
  const isWide = wide === 'utf-16le' || (first === 0xfe && second === 0xff)
  return new TextDecoder(isWide ? wide : 'utf-8').decode(bytes)
}

function isPage(head: Uint8Array): boolean {
  return /^\s*<(!doctype|html|script|svg|\?xml)/i.test(textOf(head))
}

function isText(head: Uint8Array): boolean {
  return !textOf(head).includes('\0') && !isPage(head)
}
