import type { Progress } from '../background/performer.ts'
import { lookAtImage } from './image.ts'
import type { FoundLook, LookInput } from './look.ts'
import { officeEndingOf, textOf } from '../files/file-types.ts'
import { officeToPdf } from './libre-office.ts'
import { lookAtOffice } from './office.ts'
import { lookAtPdf } from './pdf.ts'
import { beginning } from '../rules/shared/beginning.ts'

/** The most characters of a plain text that are shown and found. */
const longestText = 200_000

/** Makes pages, texts and a small image of a file, or says why there are none. */
export async function lookAtFile(
  { mediaType, bytes, office }: LookInput,
  progress: Progress,
): Promise<FoundLook> {
  if (bytes.byteLength === 0) return { kind: 'none', pages: [], reason: 'broken' }
  if (mediaType === 'application/pdf') return lookAtPdf(bytes, progress)
  if (mediaType.startsWith('image/')) return lookAtImage(bytes)
  if (mediaType === 'application/zip') return lookAtOffice(mediaType, bytes)
  const ending = officeEndingOf(mediaType)
  if (ending !== undefined) {
    const isPacked = /openxmlformats|opendocument/.test(mediaType)
    const found: FoundLook = isPacked
      ? lookAtOffice(mediaType, bytes)
      : { kind: 'none', pages: [], reason: 'unsupported' }
    // Nothing that is broken, locked or far too large is given to the program.
    if (office === undefined || (isPacked && found.kind === 'none')) return found
    const made = await officeToPdf(office, { bytes, ending }, progress)
    const drawn = made && (await lookAtPdf(made, progress))
    return drawn?.kind === 'pages' ? drawn : found
  }
  if (mediaType === 'text/plain' || mediaType === 'text/csv') {
    const text = beginning(textOf(bytes), longestText)
    return { kind: 'text', pages: [{ text }] }
  }
  return { kind: 'none', pages: [], reason: 'unsupported' }
}
