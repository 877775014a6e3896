import { fromBase64Url, toBase64Url } from './base64url.ts'
import type { SigningKeyRecord } from '../store/records.ts'
import type { Tables } from '../store/store.ts'

const algorithm = 'AES-GCM'
const nonceLength = 12
const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]

/** The bytes to which a text is filled up, so that its length tells nothing of it. */
const width = 192

/**
 * Encrypts a text for one place with the newest signing key, in base64url (AES-GCM, NIST SP 800-38D,
 * with a random nonce in front): every process of this server reads it for that place, and nobody else.
 */
export async function conceal({ sessions }: Tables, place: string, text: string): Promise<string> {
  const [key] = await sessions.signingKeys()
  if (!key) throw new Error('A text was to be concealed before anybody signed in.')
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength))
  const sealed = await crypto.subtle.encrypt(
    { name: algorithm, iv, additionalData: encoder.encode(place) },
    await keyOf(key),
    filled(encoder.encode(text)),
  )
  return toBase64Url(Uint8Array.of(...iv, ...new Uint8Array(sealed)))
}

/** Decrypts a text that this server concealed for the place; `undefined` where it did not. */
export async function reveal(
  { sessions }: Tables,
  place: string,
  concealed: string,
): Promise<string | undefined> {
  const bytes = fromBase64Url(concealed)
  if (!bytes) return undefined
  const iv = bytes.slice(0, nonceLength)
  for (const key of await sessions.signingKeys())
    try {
      const sealed = bytes.slice(nonceLength)
      const how = { name: algorithm, iv, additionalData: encoder.encode(place) }
      const text = await crypto.subtle.decrypt(how, await keyOf(key), sealed)
      return decoder.decode(text).replace(/\0+$/, '')
    } catch {
      // The next key may be the one that sealed this text.
    }
  return undefined
}

function filled(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.max(1, Math.ceil(bytes.length / width)) * width)
  whole.set(bytes)
  return whole
}

async function keyOf({ secret }: SigningKeyRecord) {
  // The encryption has a key of its own, because the secret itself signs tokens.
  const bytes = await crypto.subtle.digest('SHA-256', encoder.encode(`conceal ${secret}`))
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt'])
}
