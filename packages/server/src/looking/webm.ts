/** Reads a stretch of a file, shorter at its end. */
export type Read = (first: number, length: number) => Promise<Uint8Array>

/** Elements of Matroska (RFC 9559, 5.1), of which WebM is a part. */
const [segment, info, cluster] = [0x18538067, 0x1549a966, 0x1f43b675]
const [scale, length] = [0x2ad7b1, 0x4489]

/** The most bytes of a head of an element: four of its id and eight of its size. */
const headBytes = 12
const mostInfo = 10_000
const mostElements = 1000

/** An element of EBML (RFC 8794, 6): its id, the bytes of its head, and the size of its content. */
interface Element {
  id: number
  head: number
  /** The bytes of the content; absent where only the next element ends it, as in a recording that was never finished. */
  size: number | undefined
}

/** The whole seconds of a WebM; absent where its head does not say them. */
export async function lengthOfWebm(size: number, read: Read): Promise<number | undefined> {
  let at = 0
  for (let count = 0; at < size && count < mostElements; count++) {
    const element = elementAt(await read(at, headBytes), 0)
    if (!element || element.id === cluster) return undefined
    at += element.head
    if (element.id === segment) continue
    if (element.size === undefined) return undefined
    if (element.id === info)
      return element.size > mostInfo ? undefined : secondsIn(await read(at, element.size))
    at += element.size
  }
  return undefined
}

/** The seconds of an `Info` element: its length in units of so many nanoseconds. */
function secondsIn(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let unit = 1_000_000
  let units: number | undefined
  for (let at = 0; at < bytes.byteLength;) {
    const element = elementAt(bytes, at)
    if (element?.size === undefined) break
    at += element.head
    if (at + element.size > bytes.byteLength) break
    if (element.id === scale) unit = wholeNumber(bytes.subarray(at, at + element.size))
    if (element.id === length && element.size === 4) units = view.getFloat32(at)
    if (element.id === length && element.size === 8) units = view.getFloat64(at)
    at += element.size
  }
  const seconds = Math.round(((units ?? Number.NaN) * unit) / 1e9)
  return seconds >= 0 && Number.isSafeInteger(seconds) ? seconds : undefined
}

/** The element at a place; absent where there is none. */
function elementAt(bytes: Uint8Array, at: number): Element | undefined {
  const idBytes = widthOf(bytes[at])
  const sizeBytes = widthOf(bytes[at + idBytes])
  if (idBytes > 4 || sizeBytes > 8 || at + idBytes + sizeBytes > bytes.byteLength) return undefined
  const id = wholeNumber(bytes.subarray(at, at + idBytes))
  const [first = 0, ...others] = bytes.subarray(at + idBytes, at + idBytes + sizeBytes)
  // The bit that marks the width is taken off: with it, eight bytes are more than a number holds.
  const size = wholeNumber([first - 2 ** (8 - sizeBytes), ...others])
  const isOpen = size === 2 ** (7 * sizeBytes) - 1
  return { id, head: idBytes + sizeBytes, size: isOpen ? undefined : size }
}

/** The bytes of a number by the leading zeros of its first one. */
const widthOf = (first = 0): number => Math.clz32(first) - 23

function wholeNumber(bytes: Iterable<number>): number {
  let sum = 0
  for (const byte of bytes) sum = sum * 256 + byte
  return sum
}
