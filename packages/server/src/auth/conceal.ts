import { fromBase64Url, toBase64Url } from './base64url.ts'
import type { SigningKeyRecord } from '../store/records.ts'
import type { Tables } from '../store/store.ts'

const algorithm = 'AES-GCM'
const nonceLength = 12
const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]

/**
 * Encrypts a text with the newest signing key, in base64url (AES-GCM, NIST SP 800-38D, with a random
 * nonce in front): every process of this server reads it, and nobody else.
 */
export async function conceal({ sessions }: Tables, text: string): Promise<string> {
  const [key] = await sessions.signingKeys()
  if (!key) throw new Error('A text was to be concealed before anybody signed in.')
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength))
  const sealed = await crypto.subtle.encrypt(
    { name: algorithm, iv },
    await keyOf(key),
    encoder.encode(text),
  )
  return toBase64Url(Uint8Array.of(...iv, ...new Uint8Array(sealed)))
}

/** Decrypts a text that this server concealed; `undefined` where it did not. */
export async function reveal({ sessions }: Tables, concealed: string): Promise<string | undefined> {
  const bytes = fromBase64Url(concealed)
  if (!bytes) return undefined
  const iv = bytes.slice(0, nonceLength)
  for (const key of await sessions.signingKeys())
    try {
      const sealed = bytes.slice(nonceLength)
      const text = await crypto.subtle.decrypt({ name: algorithm, iv }, await keyOf(key), sealed)
      return decoder.decode(text)
    } catch {
      // Another key may have made it.
    }
  return undefined
}

async function keyOf({ secret }: SigningKeyRecord) {
  // Of its own: the secret itself signs tokens.
  const bytes = await crypto.subtle.digest('SHA-256', encoder.encode(`conceal ${secret}`))
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt'])
}
