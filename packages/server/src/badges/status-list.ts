import type { Credential } from './badge-maker.ts'
import { listLength } from './credential.ts'
import { toBase64Url } from '../auth/base64url.ts'

const day = 86_400_000

/** The list that says which badges were taken back (Bitstring Status List 1.0, 2.2), not signed yet. */
export async function statusList(
  address: string,
  issuer: string,
  indexes: readonly number[],
  now: string,
): Promise<Credential> {
  const bits = new Uint8Array(listLength / 8)
  // The first entry is the leftmost bit (3.3).
  for (const index of indexes) bits[index >> 3]! |= 0x80 >> (index & 7)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    ...{ id: address, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer },
    validFrom: now,
    // An older list can be held back from verifiers for a day.
    validUntil: new Date(Date.parse(now) + day).toISOString(),
    credentialSubject: {
      ...{ id: `${address}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation' },
      encodedList: `u${toBase64Url(await gzip(bits))}`,
    },
  }
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
