import { toBase64Url } from './base64url.ts'

const encoder = new TextEncoder()

/** SHA-256 of a text or of bytes as hexadecimal digits. */
export async function sha256(of: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof of === 'string' ? encoder.encode(of) : of
  return hex(await crypto.subtle.digest('SHA-256', bytes))
}

/** HMAC-SHA-256 of a text in base64url. */
export async function hmac(secret: string, text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ])
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))))
}

/** Compares in a time that tells nothing of where two texts of one length differ. */
export function equalInConstantTime(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let at = 0; at < one.length; at++)
    difference |= one.charCodeAt(at) ^ (other.charCodeAt(at % (other.length || 1)) || 0)
  return difference === 0
}

function hex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
