const encoder = new TextEncoder()
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** Puts a credential into a PNG: an iTXt chunk right after the header (Open Badges 3.0, 5.3.1). */
export function bakePng(png: Uint8Array, signed: object): Uint8Array<ArrayBuffer> {
  // Keyword, its end, not compressed, no language, no translated keyword (PNG 1.2, 4.2.3.3).
  const data = encoder.encode(`openbadgecredential\0\0\0\0\0${JSON.stringify(signed)}`)
  const body = Uint8Array.from([...encoder.encode('iTXt'), ...data])
  const chunk = new Uint8Array(body.length + 8)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(body, 4)
  view.setUint32(body.length + 4, crc(body))
  // The signature has 8 bytes, the header chunk 25.
  const head = 33
  const baked = new Uint8Array(png.length + chunk.length)
  baked.set(png.subarray(0, head))
  baked.set(chunk, head)
  baked.set(png.subarray(head), head + chunk.length)
  return baked
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = table[(value ^ byte) & 0xff]! ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
