import { newId } from '../ids.ts'
import type { BadgeKeyRecord } from '../store/training-records.ts'
import type { Tables } from '../store/store.ts'
import { fromMultibase, toMultibase } from './multibase.ts'

/** A key signs for a year; then a new one does, while this one goes on verifying. */
const keyLife = 365 * 86_400_000
/** The mark of an Ed25519 public key (Controlled Identifiers 1.0, 2.2.2). */
const publicMark = [0xed, 0x01]

/** The key that signs now; makes one where there is none or the newest is old. */
export async function badgeKey(tables: Tables, now: string): Promise<BadgeKeyRecord> {
  const newest = (await tables.badgeKeys.list()).at(-1)
  if (newest && Date.parse(now) - Date.parse(newest.createdAt) < keyLife) return newest
  return rotateBadgeKey(tables, now)
}

/** Makes a key that signs from now on; those before it go on verifying. */
export async function rotateBadgeKey(tables: Tables, now: string): Promise<BadgeKeyRecord> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  if (!('publicKey' in pair)) throw new Error('Ed25519 gave no pair of keys.')
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const secretKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  const key = {
    ...{ id: newId('badge_key'), createdAt: now },
    publicKey: toMultibase(Uint8Array.from([...publicMark, ...publicKey])),
    secretKey: toMultibase(secretKey),
  }
  await tables.badgeKeys.add(key)
  return key
}

/** Signs bytes by Ed25519. */
export async function signBytes(key: BadgeKeyRecord, data: Uint8Array): Promise<Uint8Array> {
  const bytes = fromMultibase(key.secretKey)
  const secret = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('Ed25519', secret, Uint8Array.from(data)))
}

/** Tells whether a public key, as multibase, has signed these bytes. */
export async function verifyBytes(
  publicKey: string,
  signature: string,
  data: Uint8Array,
): Promise<boolean> {
  const [first, second, ...raw] = fromMultibase(publicKey)
  if (first !== publicMark[0] || second !== publicMark[1]) return false
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(raw), 'Ed25519', false, [
    'verify',
  ])
  return crypto.subtle.verify('Ed25519', key, fromMultibase(signature), Uint8Array.from(data))
}
