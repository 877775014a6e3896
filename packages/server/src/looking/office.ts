import { unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import type { FoundLook } from './look.ts'

/** The bytes and the factor beyond which no zip is unpacked. */
const mostBytes = 300_000_000
const mostRatio = 200
const mostEntries = 20_000
const mostParts = 500
const longestPart = 50_000

/** The texts of an office file or the names in a zip file; their images are not made. */
export function lookAtOffice(mediaType: string, bytes: Uint8Array): FoundLook {
  const nothing = (reason: NonNullable<FoundLook['reason']>): FoundLook => ({
    ...{ kind: 'none', pages: [], reason },
  })
  // Office encrypts a document by putting it into the old container ([MS-OFFCRYPTO], 2.3).
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return nothing('encrypted')
  try {
    const names = namesIn(bytes)
    if (mediaType === 'application/zip') return { kind: 'text', pages: [{ text: listed(names) }] }
    const pages = partsOf(mediaType, names, bytes).map((text) => ({ text }))
    return pages.length > 0 ? { kind: 'text', pages } : nothing('broken')
  } catch (error) {
    return nothing(error instanceof BombError ? 'too_large' : 'broken')
  }
}

/** The error of a zip that would unpack to far more bytes than it has. */
class BombError extends Error {
  override name = 'BombError'
}

/** The names in a zip file, each looked at before anything is unpacked. */
function namesIn(bytes: Uint8Array): string[] {
  const names: string[] = []
  let total = 0
  unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      total += originalSize
      const isBomb = originalSize > 1_000_000 && originalSize > size * mostRatio
      if (isBomb || total > mostBytes || names.length >= mostEntries) throw new BombError(name)
      names.push(name)
      return false
    },
  })
  if (names.length === 0) throw new Error('The zip file is empty.')
  return names
}

const listed = (names: readonly string[]) =>
  names
    .filter((name) => !name.endsWith('/'))
    .map((name) => name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?'))
    .slice(0, 1000)
    .join('\n')

/** The texts of the parts of a document: pages of slides and sheets, one for a written text. */
function partsOf(mediaType: string, names: readonly string[], bytes: Uint8Array): string[] {
  if (/opendocument/.test(mediaType)) return textsIn(bytes, ['content.xml'], ['text:p', 'text:h'])
  if (/wordprocessing/.test(mediaType)) return textsIn(bytes, ['word/document.xml'], ['w:p'])
  if (/presentation/.test(mediaType))
    return textsIn(bytes, numbered(names, /^ppt\/slides\/slide(\d+)\.xml$/), ['a:p'])
  const [shared = ''] = textsIn(
    bytes,
    ['xl/sharedStrings.xml'].filter((one) => names.includes(one)),
    ['si'],
  )
  const strings = shared.split('\n')
  const sheets = numbered(names, /^xl\/worksheets\/sheet(\d+)\.xml$/)
  return sheetsIn(bytes, sheets, strings)
}

function numbered(names: readonly string[], pattern: RegExp): string[] {
  const number = (name: string) => Number(pattern.exec(name)?.[1])
  return names
    .filter((name) => pattern.test(name))
    .toSorted((one, other) => number(one) - number(other))
    .slice(0, mostParts)
}

function read(bytes: Uint8Array, names: readonly string[]): string[] {
  const files = unzipSync(bytes, { filter: ({ name }) => names.includes(name) })
  return names.map((name) => new TextDecoder().decode(files[name] ?? new Uint8Array()))
}

/** The text of each part, a line for each element with one of these names. */
function textsIn(
  bytes: Uint8Array,
  parts: readonly string[],
  lineNames: readonly string[],
): string[] {
  return read(bytes, parts).map((xml) => {
    const lines: string[] = []
    let line = ''
    let length = 0
    const parser = new Parser(
      {
        ontext(text) {
          if (length < longestPart) line += text
          length += text.length
        },
        onopentagname(name) {
          if (name === 'w:tab' || name === 'text:tab' || name === 'text:s') line += ' '
        },
        onclosetag(name) {
          if (!lineNames.includes(name)) return
          lines.push(line.replaceAll(/\s+/g, ' ').trim())
          line = ''
        },
      },
      { xmlMode: true },
    )
    parser.end(xml)
    return lines.join('\n')
  })
}

/** The cells of each sheet, a line for each row; numbers of shared strings become those strings. */
function sheetsIn(
  bytes: Uint8Array,
  parts: readonly string[],
  strings: readonly string[],
): string[] {
  return read(bytes, parts).map((xml) => {
    const rows: string[] = []
    let cells: string[] = []
    let isShared = false
    let value = ''
    let isValue = false
    let length = 0
    const parser = new Parser(
      {
        onopentag(name, { t }) {
          if (name === 'c') [isShared, value] = [t === 's', '']
          isValue = name === 'v' || name === 't'
        },
        ontext(text) {
          if (isValue) value += text
        },
        onclosetag(name) {
          isValue = false
          if (name === 'c') cells.push(isShared ? (strings[Number(value)] ?? '') : value)
          if (name !== 'row') return
          const row = cells.join('; ')
          length += row.length
          if (length < longestPart) rows.push(row)
          cells = []
        },
      },
      { xmlMode: true },
    )
    parser.end(xml)
    return rows.join('\n')
  })
}
