import type { BadgeKeyRecord } from '../store/training-records.ts'

/** The signer of badges, as others find it. */
export interface Issuer {
  /** A decentralised identifier: `did:web` where the server has a domain, else `did:key`. */
  did: string
  /** The id of the key that signs now. */
  method: string
  /** The document that the identifier leads to (Controlled Identifiers 1.0). */
  document: IssuerDocument
}

/** The keys of an issuer, those that sign no more among them. */
export interface IssuerDocument {
  '@context': string[]
  id: string
  verificationMethod: {
    id: string
    type: 'Multikey'
    controller: string
    publicKeyMultibase: string
  }[]
  assertionMethod: string[]
}

/**
 * The issuer that signs with a key. Only an https address can be resolved as did:web; without one the key
 * is its own name.
 */
export function issuerWith(
  key: BadgeKeyRecord,
  keys: readonly BadgeKeyRecord[],
  publicUrl: string | undefined,
): Issuer {
  const web = publicUrl?.startsWith('https://') ? publicUrl : undefined
  const did = web === undefined ? `did:key:${key.publicKey}` : didWeb(web)
  const known = web === undefined ? [key] : keys
  const methods = known.map(({ publicKey }) => ({
    ...{ id: `${did}#${publicKey}`, type: 'Multikey' as const, controller: did },
    publicKeyMultibase: publicKey,
  }))
  return {
    ...{ did, method: `${did}#${key.publicKey}` },
    document: {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      ...{ id: did, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id) },
    },
  }
}

/** The did:web of an address: the host with its port, then the parts of the path. */
function didWeb(address: string): string {
  const { host, pathname } = new URL(address)
  const parts = [host, ...pathname.split('/').filter(Boolean)]
  return `did:web:${parts.map((part) => encodeURIComponent(part)).join(':')}`
}
