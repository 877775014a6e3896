import { tooLargeDrawing, unsafeDrawing } from './drawings.ts'
import type { FileStore } from './file-store.ts'
import { headSize, objectionTo } from './file-types.ts'

/** A file whose bytes were kept, as it was announced. */
interface KeptFile {
  id: string
  name: string
  mediaType: string
  size: number
}

/** The reason why a file that was kept is not taken; undefined where it is. */
export async function objectionToKept(
  fileStore: FileStore,
  { id, name, mediaType, size }: KeptFile,
): Promise<string | undefined> {
  if (size === 0) return objectionTo(name, new Uint8Array())
  const isDrawing = mediaType === 'image/svg+xml'
  const tooLarge = isDrawing ? tooLargeDrawing(size) : undefined
  if (tooLarge !== undefined) return tooLarge
  const last = (isDrawing ? size : Math.min(headSize, size)) - 1
  const kept = await fileStore.get(id, { first: 0, last })
  const bytes = new Uint8Array(kept ? await new Response(kept.bytes).arrayBuffer() : [])
  const objection = objectionTo(name, bytes.subarray(0, headSize))
  return objection ?? (isDrawing ? unsafeDrawing(bytes) : undefined)
}
