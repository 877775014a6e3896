import type { BadgeKeyRecord } from '../store/training-records.ts'
import type { IssuerDocument, Issuer } from './issuer.ts'

/** A credential of the W3C’s data model 2.0, in JSON-LD. */
export interface Credential {
  '@context': string[]
  id: string
  type: string[]
  issuer: string | { id: string; [more: string]: unknown }
  validFrom: string
  validUntil?: string
  credentialSubject: object
  credentialStatus?: {
    statusListCredential: string
    statusListIndex: string
    [more: string]: unknown
  }
  [more: string]: unknown
}

/** A credential with its signature (Data Integrity 1.0). */
export interface SignedCredential extends Credential {
  /** A list of one: the schema of Open Badges 3.0 takes no proof that stands alone. */
  proof: readonly Record<string, string>[]
}

/** A certificate’s or badge’s words, in the reader’s language. */
export interface BadgeFace {
  language: string
  direction: 'ltr' | 'rtl'
  /** The vendor that gave the badge. */
  vendor: string
  title: string
  description: string
  holder: string
  company: string
  heading: string
  /** The sentences about its dates. */
  dates: string[]
  /** The address where it can be verified, and the words before it. */
  verify?: { words: string; url: string }
}

/**
 * Signs credentials and draws badges. A server has Open Badges’ own signature suite and draws with
 * fonts; in a page credentials are signed by a suite that needs no library, and nothing is drawn.
 */
export interface BadgeMaker {
  sign(credential: Credential, signing: Signing): Promise<SignedCredential>
  /** The fault of a credential that an issuer is said to have signed; nothing where there is none. */
  fault(signed: SignedCredential, issuer: IssuerDocument, now: string): Promise<string | undefined>
  png?(face: BadgeFace): Promise<Uint8Array<ArrayBuffer>>
  pdf?(face: BadgeFace): Promise<Uint8Array<ArrayBuffer>>
}

/** The key and the moment of a signature. */
export interface Signing {
  issuer: Issuer
  key: BadgeKeyRecord
  now: string
}

/** The fault of a credential’s dates; nothing where it is valid at this moment. */
export function faultOfDates(
  { validFrom, validUntil }: Pick<Credential, 'validFrom' | 'validUntil'>,
  now: string,
): string | undefined {
  if (Date.parse(validFrom) > Date.parse(now)) return `It is valid from ${validFrom} on.`
  if (validUntil !== undefined && Date.parse(validUntil) < Date.parse(now))
    return `It was valid until ${validUntil}.`
  return undefined
}
