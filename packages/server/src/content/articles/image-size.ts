/** Width and height of an image in pixels, from its first bytes; undefined where they do not tell. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const size = png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webp(bytes) ?? svg(bytes)
  return size && size.width > 0 && size.height > 0 ? size : undefined
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const ascii = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length))

function png(bytes: Uint8Array) {
  if (bytes.length < 24 || ascii(bytes, 1, 3) !== 'PNG') return undefined
  return { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) }
}

function gif(bytes: Uint8Array) {
  if (bytes.length < 10 || ascii(bytes, 0, 4) !== 'GIF8') return undefined
  return { width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true) }
}

/** The frame header (ISO/IEC 10918-1, B.2.2) holds the size. */
function jpeg(bytes: Uint8Array) {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame)
      return { width: view(bytes).getUint16(at + 7), height: view(bytes).getUint16(at + 5) }
    at += 2 + view(bytes).getUint16(at + 2)
  }
  return undefined
}

function webp(bytes: Uint8Array) {
  if (bytes.length < 30 || ascii(bytes, 8, 4) !== 'WEBP') return undefined
  const at = (place: number) => bytes[place]!
  switch (ascii(bytes, 12, 4)) {
    case 'VP8X':
      return {
        width: 1 + at(24) + (at(25) << 8) + (at(26) << 16),
        height: 1 + at(27) + (at(28) << 8) + (at(29) << 16),
      }
    case 'VP8 ':
      return {
        width: view(bytes).getUint16(26, true) & 0x3fff,
        height: view(bytes).getUint16(28, true) & 0x3fff,
      }
    case 'VP8L': {
      const bits = view(bytes).getUint32(21, true)
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) }
    }
    default:
      return undefined
  }
}

function svg(bytes: Uint8Array) {
  const [tag] = /<svg\b[^>]*>/.exec(new TextDecoder().decode(bytes.subarray(0, 4096))) ?? []
  if (tag === undefined) return undefined
  const length = (name: string) =>
    new RegExp(`\\s${name}="(\\d+(?:\\.\\d+)?)(?:px)?"`).exec(tag)?.[1]
  const [, wide, high] =
    /\sviewBox="[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"/.exec(tag) ?? []
  return {
    width: Math.round(Number(length('width') ?? wide ?? 0)),
    height: Math.round(Number(length('height') ?? high ?? 0)),
  }
}
