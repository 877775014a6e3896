import { sha256 } from '../auth/hash.ts'
import type { Credential } from './badge-maker.ts'

/** The facts that a badge is made of. */
export interface BadgeFacts {
  /** The address of the server, without a slash at its end. */
  base: string
  issuer: { did: string; name: string; url?: string }
  award: { token: string; place: number; issuedAt: string; validUntil?: string }
  certification: { id: string; title: string; description: string; language: string }
  /** The sentence about the deeds for which the badge was given. */
  criteria: string
  /** The holder, by whose e-mail address the badge is tied to them; the name only where it may be told. */
  holder: { email: string; name?: string }
  /** The name of the status list. */
  list: string
}

/** Entries of one status list: the fewest that Bitstring Status List 1.0, 6.1 allows. */
export const listLength = 131_072

/** A place in a list; neighbours in time stand far apart, so that a place tells nobody of an order. */
export function placeInList(place: number): { list: number; index: number } {
  // An odd factor takes each place of the list once.
  const index = ((((place % listLength) * 40_503 + 7919) % listLength) + listLength) % listLength
  return { list: Math.floor(place / listLength), index }
}

/** The public address of an award. */
export function verifyAddress(base: string, token: string): string {
  return `${base}/credentials/${token}`
}

/** An award as an Open Badge 3.0, not signed yet. */
export async function openBadge(facts: BadgeFacts): Promise<Credential> {
  const { base, issuer, award, certification, criteria, holder, list } = facts
  const { token, issuedAt, validUntil } = award
  const { title, description, language } = certification
  const listUrl = `${base}/credentials/status/${list}`
  const index = String(placeInList(award.place).index)
  const identity = { type: 'IdentityObject' }
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: verifyAddress(base, token),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    issuer: {
      ...{ id: issuer.did, type: ['Profile'], name: issuer.name },
      ...(issuer.url !== undefined && { url: issuer.url }),
    },
    validFrom: issuedAt,
    ...(validUntil !== undefined && { validUntil }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          ...{ ...identity, hashed: true, identityType: 'emailAddress', salt: token },
          identityHash: `sha256$${await sha256(holder.email + token)}`,
        },
        ...(holder.name === undefined
          ? []
          : [{ ...identity, hashed: false, identityType: 'name', identityHash: holder.name }]),
      ],
      achievement: {
        ...{ id: `${base}/v1/certifications/${certification.id}`, type: ['Achievement'] },
        ...{ name: title, description: description || title, achievementType: 'Certification' },
        ...{ criteria: { narrative: criteria }, inLanguage: language },
      },
    },
    credentialStatus: {
      ...{ id: `${listUrl}#${index}`, type: 'BitstringStatusListEntry' },
      ...{ statusPurpose: 'revocation', statusListIndex: index, statusListCredential: listUrl },
    },
  }
}
