import type { ByteRange, FileStore } from '../../files/file-store.ts'
import type { PackedFile } from '../../store/course-packages.ts'

/** The bytes of a file in a package, or a range of them; undefined where the package is gone. */
export async function unpack(
  fileStore: FileStore,
  fileId: string,
  { start, packedSize, size, isDeflated }: PackedFile,
  range: ByteRange = { first: 0, last: size - 1 },
): Promise<ReadableStream<Uint8Array> | undefined> {
  if (size === 0) return new Blob([]).stream()
  const { first, last } = range
  if (!isDeflated) {
    const place = { first: start + first, last: start + last }
    return (await fileStore.get(fileId, place))?.bytes
  }
  const packed = await fileStore.get(fileId, { first: start, last: start + packedSize - 1 })
  return packed?.bytes
    .pipeThrough(new DecompressionStream('deflate-raw') as unknown as Inflating)
    .pipeThrough(only(first, last - first + 1))
}

type Inflating = ReadableWritablePair<Uint8Array, Uint8Array>

/** Skips bytes, lets the wanted number through, and then ends. */
function only(skipped: number, wanted: number): TransformStream<Uint8Array, Uint8Array> {
  let [skip, left] = [skipped, wanted]
  return new TransformStream({
    transform(chunk, controller) {
      const part = chunk.subarray(Math.min(skip, chunk.byteLength))
      skip -= chunk.byteLength - part.byteLength
      const taken = part.subarray(0, left)
      left -= taken.byteLength
      if (taken.byteLength > 0) controller.enqueue(taken)
      if (left === 0) controller.terminate()
    },
  })
}
