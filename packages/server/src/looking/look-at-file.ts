import type { Progress } from '../background/performer.ts'
import { lookAtImage } from './image.ts'
import type { FoundLook, LookInput } from './look.ts'
import { lookAtOffice } from './office.ts'
import { lookAtPdf } from './pdf.ts'

/** The most characters of a plain text that are shown and found. */
const longestText = 200_000

/** Makes pages, texts and a small image of a file; says why where it cannot. */
export async function lookAtFile(
  { mediaType, bytes }: LookInput,
  progress: Progress,
): Promise<FoundLook> {
  if (bytes.byteLength === 0) return { kind: 'none', pages: [], reason: 'broken' }
  if (mediaType === 'application/pdf') return lookAtPdf(bytes, progress)
  if (mediaType.startsWith('image/')) return lookAtImage(bytes)
  if (mediaType === 'application/zip' || /openxmlformats|opendocument/.test(mediaType))
    return lookAtOffice(mediaType, bytes)
  if (mediaType === 'text/plain' || mediaType === 'text/csv') {
    const text = new TextDecoder(encodingOf(bytes)).decode(bytes).slice(0, longestText)
    return { kind: 'text', pages: [{ text }] }
  }
  return { kind: 'none', pages: [], reason: 'unsupported' }
}

/** The encoding that a byte order mark names, else UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
