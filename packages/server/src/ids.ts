const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

// Random numbers are drawn in bulk: one draw costs as much as a thousand.
const pool = new Uint8Array(1024)
let used = pool.length

function randomByte(): number {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  return pool[used++]!
}

/** A new UUID (RFC 9562, version 4), which xAPI asks ids to be. */
export function newUuid(): string {
  // Insecure pages, where the mock runs too, have no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A new id that nobody can guess: a word for people and 24 random letters (124 bits). */
export function newId(kind: string): string {
  let letters = ''
  while (letters.length < 24) {
    const byte = randomByte()
    // 252 is the greatest multiple of 36 in a byte: greater bytes would make some letters likelier.
    if (byte < 252) letters += alphabet[byte % 36]
  }
  return `${kind}_${letters}`
}
