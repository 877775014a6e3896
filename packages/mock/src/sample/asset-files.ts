import type { SampleFile } from '@prmkit/server'

const encoder = new TextEncoder()
const bytesOf = (text: string) => encoder.encode(text) as Uint8Array<ArrayBuffer>

/** The colours of slides, by the number of the slide. */
const colours = ['#0b4f6c', '#1f6f54', '#7a4419', '#4b3f72']

/** Slides with a title and lines, as a PDF with their images. */
export function slides(name: string, pages: readonly (readonly string[])[]): SampleFile {
  const images = pages.map((lines, place) => ({
    text: lines.join('\n'),
    image: drawing(lines, colours[place % colours.length]!, 1280, 720),
  }))
  return {
    ...{ name, mediaType: 'application/pdf', bytes: pdf(pages) },
    look: { kind: 'pages', pages: images, thumbnail: thumbnail(pages[0] ?? [], 0) },
  }
}

/** A drawing as an image file. */
export function picture(name: string, lines: readonly string[], place: number): SampleFile {
  const image = drawing(lines, colours[place % colours.length]!, 1600, 900)
  return {
    ...{ name, mediaType: 'image/png', bytes: image.bytes },
    look: { kind: 'image', pages: [{ image }], thumbnail: thumbnail(lines, place) },
  }
}

/** An image with places for words and a logo of the partner. */
export function eventCard(name: string, { headline, line, logo }: CardWords): SampleFile {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="628" viewBox="0 0 1200 628" font-family="sans-serif"><rect width="1200" height="628" fill="#0b4f6c"/><rect y="468" width="1200" height="160" fill="#fff"/>
<text data-zone="headline" data-label="${headline[0]}" data-max-length="36" x="64" y="200" font-size="64" font-weight="700" fill="#fff">${headline[1]}</text>
<text data-zone="line" data-label="${line[0]}" data-max-length="60" x="64" y="290" font-size="36" fill="#cfe6f0">${line[1]}</text>
<text x="64" y="564" font-size="44" font-weight="700" fill="#0b4f6c">Quellmark</text>
<rect data-zone="logo" data-label="${logo}" x="816" y="498" width="320" height="100" fill="none"/></svg>`
  const image = { bytes: bytesOf(svg), mediaType: 'image/svg+xml', width: 1200, height: 628 }
  return {
    ...{ name, mediaType: 'image/svg+xml', bytes: image.bytes },
    look: { kind: 'image', pages: [{ image }], thumbnail: image },
  }
}

/** The labels of an image’s fields, with the words that stand there. */
interface CardWords {
  headline: readonly [string, string]
  line: readonly [string, string]
  logo: string
}

/** A table of which only the text is seen. */
export function table(name: string, rows: readonly string[]): SampleFile {
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const text = rows.join('\n')
  return { ...{ name, mediaType, bytes: bytesOf(text) }, look: { kind: 'text', pages: [{ text }] } }
}

/** A file of which nothing can be seen. */
export function unseen(name: string, mediaType: string, size: number): SampleFile {
  const bytes = new Uint8Array(size)
  return {
    ...{ name, mediaType, bytes },
    look: { kind: 'none', pages: [], reason: 'unsupported' },
  }
}

function thumbnail(lines: readonly string[], place: number) {
  return drawing(lines.slice(0, 1), colours[place % colours.length]!, 480, 270)
}

function drawing(lines: readonly string[], colour: string, width: number, height: number) {
  const size = Math.round(height / 12)
  const written = lines.map((line, place) => {
    const y = Math.round(height * 0.3 + place * size * 1.6)
    const font = place === 0 ? size : Math.round(size * 0.7)
    return `<text x="${size}" y="${y}" font-size="${font}" fill="#fff" font-family="sans-serif">${escaped(line)}</text>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/>${written.join('')}</svg>`
  return { bytes: bytesOf(svg), mediaType: 'image/svg+xml', width, height }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A PDF (ISO 32000-1) with one line of text after the other on each page. */
function pdf(pages: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, place) => `${4 + place * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((lines, place) => {
      const text = lines.map((line) => `(${plain(line)}) Tj 0 -30 Td`).join(' ')
      const content = `BT /F1 20 Tf 50 480 Td ${text} ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Contents ${5 + place * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
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
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return bytesOf(text)
}

const plain = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '?').replaceAll(/[()\\]/g, '\\$&')
