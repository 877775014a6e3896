import { createReadStream } from 'node:fs'

/** The encoding of a file’s bytes, with the reason where readers should know it. */
export interface Encoding {
  label: string
  note?: string
}

/** Reads the whole file once to tell its encoding: by its mark, by its zeros, by whether it is UTF-8. */
export async function detectEncoding(path: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  let line = 1
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first) {
      first = false
      const wide = utf16(chunk)
      if (wide) return { label: wide, note: `It is read as ${wide.toUpperCase()}.` }
    }
    try {
      line += count(decoder.decode(chunk, { stream: true }))
    } catch {
      return { label: 'windows-1252', note: notUtf8(line + badLine(chunk)) }
    }
  }
  try {
    decoder.decode()
  } catch {
    return { label: 'windows-1252', note: notUtf8(line) }
  }
  return { label: 'utf-8' }
}

function notUtf8(line: number): string {
  return `It is not UTF-8 (near line ${line}); it is read as Windows-1252. Save it as UTF-8 to be sure of every letter.`
}

function utf16(start: Buffer): string | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  // Without a mark: Latin letters and separators have a zero in every other byte.
  const head = start.subarray(0, 1000)
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2]!++
  const many = head.length / 8
  if (zeros[1]! > many && zeros[0]! < many / 4) return 'utf-16le'
  if (zeros[0]! > many && zeros[1]! < many / 4) return 'utf-16be'
  return undefined
}

function count(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

function badLine(chunk: Buffer): number {
  const readable = new TextDecoder('utf-8').decode(chunk)
  const bad = readable.indexOf('\ufffd')
  return count(readable.slice(0, Math.max(0, bad)))
}

/** The text of a file in pieces, without its byte order mark. */
export async function* readText(path: string, { label }: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(label)
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
