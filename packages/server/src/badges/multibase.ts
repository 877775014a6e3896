const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Bytes as multibase base58btc (Controlled Identifiers 1.0, 2.4). */
export function toMultibase(bytes: Uint8Array): string {
  let number = BigInt(
    `0x00${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
  )
  let text = ''
  for (; number > 0n; number /= 58n) text = letters[Number(number % 58n)] + text
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return `z${'1'.repeat(zeros < 0 ? bytes.length : zeros)}${text}`
}

/** The bytes of a multibase base58btc text; throws where it is none. */
export function fromMultibase(text: string): Uint8Array<ArrayBuffer> {
  const [base, ...digits] = text
  const values = digits.map((digit) => letters.indexOf(digit))
  if (base !== 'z' || values.includes(-1)) throw new Error(`“${text}” is no base58btc.`)
  const number = values.reduce((sum, value) => sum * 58n + BigInt(value), 0n)
  const hex = number === 0n ? '' : number.toString(16)
  const pairs = hex.padStart(hex.length + (hex.length % 2), '0').match(/../g) ?? []
  const zeros = values.findIndex((value) => value !== 0)
  const lead = zeros < 0 ? values.length : zeros
  return Uint8Array.from([
    ...Array.from({ length: lead }, () => 0),
    ...pairs.map((pair) => Number.parseInt(pair, 16)),
  ])
}
