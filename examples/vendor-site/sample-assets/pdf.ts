/** A page of a sample: a title, a line below it, paragraphs, and rows of a table or bars of a chart. */
export interface SamplePage {
  title: string
  lead?: string
  paragraphs?: readonly string[]
  rows?: readonly (readonly [string, string])[]
  bars?: readonly (readonly [string, number])[]
}

const width = 842
const height = 595
const margin = 56

/** A PDF (ISO 32000-1) of pages in landscape, in the colour of a product family. */
export function pdf(pages: readonly SamplePage[], colour: readonly number[], foot: string): Buffer {
  const kids = pages.map((_, place) => `${5 + place * 2} 0 R`).join(' ')
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((page, place) => {
      const content = contentOf(page, colour, `${foot}   ${place + 1} / ${pages.length}`)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${6 + place * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
        `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, place) => {
    const offset = text.length
    text += `${place + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

function contentOf(
  { title, lead, paragraphs = [], rows = [], bars = [] }: SamplePage,
  colour: readonly number[],
  foot: string,
): string {
  const fill = colour.map((part) => (part / 255).toFixed(3)).join(' ')
  const parts = [
    `${fill} rg 0 ${height - 96} ${width} 96 re f`,
    line('F2', 26, margin, height - 58, title, '1 1 1'),
    ...(lead === undefined ? [] : [line('F1', 13, margin, height - 80, lead, '1 1 1')]),
  ]
  let y = height - 140
  for (const paragraph of paragraphs) {
    for (const words of wrapped(paragraph, 96)) {
      parts.push(line('F1', 13, margin, y, words))
      y -= 20
    }
    y -= 8
  }
  for (const [name, value] of rows) {
    parts.push(`0.85 0.85 0.85 RG ${margin} ${y - 7} m ${width - margin} ${y - 7} l S`)
    parts.push(line('F2', 12, margin, y, name), line('F1', 12, margin + 260, y, value))
    y -= 25
  }
  const most = Math.max(1, ...bars.map(([, value]) => value))
  for (const [name, value] of bars) {
    parts.push(line('F1', 12, margin, y, name))
    parts.push(`${fill} rg ${margin + 200} ${y - 4} ${((value / most) * 440).toFixed(1)} 15 re f`)
    parts.push(line('F2', 12, margin + 650, y, String(value)))
    y -= 28
  }
  parts.push(line('F1', 9, margin, 28, foot, '0.4 0.4 0.4'))
  return parts.join('\n')
}

function line(font: string, size: number, x: number, y: number, text: string, colour = '0 0 0') {
  const plain = [...text]
    .map((sign) => winAnsi[sign] ?? (sign.charCodeAt(0) < 256 ? sign : '?'))
    .join('')
    .replaceAll(/[\\()]/g, '\\$&')
  return `BT ${colour} rg /${font} ${size} Tf ${x} ${y} Td (${plain}) Tj ET`
}

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

function wrapped(text: string, most: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.length - 1
    if (lines[last]!.length + word.length < most) lines[last] += `${lines[last] && ' '}${word}`
    else lines.push(word)
  }
  return lines
}
