import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync, type Zippable } from 'fflate'

/** A PDF (ISO 32000-1) of objects, the first of them its catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, place) => {
    const offset = text.length
    text += `${place + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const stream = (content: string, facts = '') =>
  `<< /Length ${content.length} ${facts} >>\nstream\n${content}\nendstream`

/** A PDF with one line of text on each page. */
export function pdf(pages: readonly string[], trailer = ''): Buffer {
  const kids = pages.map((_, place) => `${4 + place * 2} 0 R`).join(' ')
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...pages.flatMap((text, place) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents ${5 + place * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        stream(`BT /F1 20 Tf 40 200 Td (${text}) Tj ET`),
      ]),
    ],
    trailer,
  )
}

/** A PDF that is locked with a password nobody knows (7.6.3). */
export function lockedPdf(): Buffer {
  const secret = `<${'41'.repeat(32)}>`
  const id = `<${'00'.repeat(16)}>`
  return pdf(
    ['Secret'],
    `/ID [${id} ${id}] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >>`,
  )
}

/** A small PDF of forms, each of which draws the next one twice: two to the power of so many. */
export function endlessPdf(depth = 30): Buffer {
  const first = 5
  const forms = Array.from({ length: depth }, (_, place) => {
    const isLast = place === depth - 1
    const resources = isLast ? '' : `/Resources << /XObject << /X ${first + place + 1} 0 R >> >>`
    return stream(
      isLast ? '0 0 1 1 re f' : '/X Do /X Do',
      `/Type /XObject /Subtype /Form /BBox [0 0 400 300] ${resources}`,
    )
  })
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /XObject << /X ${first} 0 R >> >> >>`,
    stream('/X Do'),
    ...forms,
  ])
}

const zip = (files: Record<string, string>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
      ) as Zippable,
    ),
  )

const types = { '[Content_Types].xml': '<Types/>' }

/** Slides (PresentationML), one text each. */
export function pptx(slides: readonly string[]): Buffer {
  return zip({
    ...types,
    ...Object.fromEntries(
      slides.map((text, place) => [
        `ppt/slides/slide${place + 1}.xml`,
        `<p:sld><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sld>`,
      ]),
    ),
  })
}

/** A written text (WordprocessingML), a paragraph each. */
export function docx(paragraphs: readonly string[]): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  return zip({ ...types, 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` })
}

/** A table (SpreadsheetML) of one sheet with shared strings. */
export function xlsx(rows: readonly (readonly string[])[]): Buffer {
  const strings = rows.flat()
  let at = 0
  const lines = rows.map(
    (cells) => `<row>${cells.map(() => `<c t="s"><v>${at++}</v></c>`).join('')}</row>`,
  )
  return zip({
    ...types,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`,
  })
}

/** A zip file that unpacks to a hundred thousand times its size. */
export function zipBomb(): Buffer {
  return Buffer.from(zipSync({ 'zeros.bin': new Uint8Array(20_000_000) }, { level: 6 }))
}

/** A PNG of one colour that takes 256 million pixels and a few kilobytes. */
export function hugePng(side = 16_000): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const data = Buffer.concat([Buffer.from(name, 'latin1'), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(data))
    return Buffer.concat([length, data, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side), { level: 1 })
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    mark,
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const box = (name: string, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content])
}

/** An MP4 without pictures, with the boxes that tell its codec and how many seconds it takes. */
export function mp4(codec: string, seconds: number): Buffer {
  const times = Buffer.alloc(100)
  times.writeUInt32BE(1000, 12)
  times.writeUInt32BE(seconds * 1000, 16)
  const entries = Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), box(codec)])
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\x00\x00\x02\x00isom', 'latin1')),
    box('mdat', Buffer.alloc(32)),
    box('moov', box('mvhd', times), box('stsd', entries)),
  ])
}

/** An element of EBML with a size of eight bytes. */
const element = (id: string, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(content.length))
  size[0] = 1
  return Buffer.concat([Buffer.from(id, 'hex'), size, content])
}

/** A WebM without pictures whose head says, in units of so many nanoseconds, how long it takes. */
export function webm(seconds: number | undefined, unit = 1_000_000): Buffer {
  const scale = Buffer.alloc(4)
  scale.writeUInt32BE(unit)
  const length = Buffer.alloc(8)
  length.writeDoubleBE(((seconds ?? 0) * 1e9) / unit)
  const info = [
    element('2ad7b1', scale),
    ...(seconds === undefined ? [] : [element('4489', length)]),
  ]
  const open = Buffer.from('1853806701ffffffffffffff', 'hex')
  return Buffer.concat([
    ...[element('1a45dfa3', element('4282', Buffer.from('webm'))), open],
    ...[element('ec', Buffer.alloc(40)), element('1549a966', ...info)],
    element('1f43b675', Buffer.alloc(100)),
  ])
}
