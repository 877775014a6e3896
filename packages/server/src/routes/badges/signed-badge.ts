import type { BadgeFace, SignedCredential } from '../../badges/badge-maker.ts'
import { badgeWords } from '../../badges/badge-words.ts'
import { openBadge, placeInList, verifyAddress } from '../../badges/credential.ts'
import { issuerWith, type Issuer } from '../../badges/issuer.ts'
import { badgeKey } from '../../badges/keys.ts'
import { shownText } from '../../rules/training/content.ts'
import type { Services } from '../../services.ts'
import type { AwardRecord, BadgeKeyRecord } from '../../store/training-records.ts'
import { baseOf } from '../shared/base-of.ts'
import { settingsFor } from '../shared/programme.ts'
import { regionalTag } from '../../rules/content/languages.ts'

/** The key that signs, the issuer that it makes, and the keys before it. */
export interface IssuerNow {
  /** The address of the server, without a slash at its end. */
  base: string
  key: BadgeKeyRecord
  issuer: Issuer
}

/** The issuer of one of the keys; without a key, the one that signs now. */
export async function issuerNow(
  services: Services,
  request: Request,
  keyId?: string,
): Promise<IssuerNow | undefined> {
  const current =
    keyId === undefined
      ? await services.store.write((tables) => badgeKey(tables, services.now()))
      : undefined
  const keys = await services.store.read.badgeKeys.list()
  const key = current ?? keys.find(({ id }) => id === keyId)
  if (!key) return undefined
  const issuer = issuerWith(key, keys, services.publicUrl)
  return { base: baseOf(services, request), key, issuer }
}

/**
 * The name of the list with a place. A did:key has no other key after it, so that each of its lists
 * stays with the key of its badges.
 */
export function listName({ key, issuer }: IssuerNow, place: number): string {
  const { list } = placeInList(place)
  return issuer.did.startsWith('did:key:') ? `${list}.${key.id}` : String(list)
}

/** An award as a signed badge, with its words for a drawing. */
export interface SignedBadge {
  signed: SignedCredential
  face: BadgeFace
  /** The issuer that a verifier of the badge asks for. */
  issuer: Issuer
  /** The language of the face. */
  language: string
}

/** Signs an award as it is now; with `named`, the badge names its holder. */
export async function signedBadge(
  services: Services,
  request: Request,
  award: AwardRecord,
  { languages, named }: { languages: readonly string[]; named: boolean },
): Promise<SignedBadge | undefined> {
  const { store, badges } = services
  const { read: tables } = store
  const [certification, user, partner, now] = [
    await tables.certifications.get(award.certificationId),
    await tables.users.get(award.userId),
    await tables.partners.get(award.partnerId),
    await issuerNow(services, request),
  ]
  if (!certification || !now) return undefined
  const { localised, language } = await settingsFor({ services, tables, languages })
  const { vendor, timeZone } = localised
  const courseIds = certification.courses.map(({ courseId }) => courseId)
  const courses = await tables.courses.many(courseIds)
  const main = shownText(certification, [certification.language])
  const titles = courses.map((course) => shownText(course, [certification.language]).title)
  const { base, issuer, key } = now
  const credential = await openBadge({
    ...{ base, award, list: listName(now, award.place) },
    issuer: {
      ...{ did: issuer.did, name: vendor.name },
      ...(vendor.url !== undefined && { url: vendor.url }),
    },
    certification: { id: certification.id, ...main },
    criteria: badgeWords(main.language).criteria.replace('{courses}', titles.join(', ')),
    holder: { email: user?.email ?? '', ...(named && user && { name: user.name }) },
  })
  const signed = await badges.sign(credential, { issuer, key, now: services.now() })
  const words = badgeWords(language)
  const locale = regionalTag(language, languages, partner?.country)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const on = (text: string, at: string) => text.replace('{date}', day.format(new Date(at)))
  const shown = shownText(certification, [language])
  const face: BadgeFace = {
    ...{ language, direction: words.direction, heading: words.certificate },
    vendor: vendor.name,
    ...{ title: shown.title, description: shown.description },
    holder: named ? (user?.name ?? '–') : '',
    company: named ? (partner?.name ?? '') : '',
    dates: [
      on(words.issuedAt, award.issuedAt),
      award.validUntil === undefined ? words.validForGood : on(words.validUntil, award.validUntil),
    ],
    verify: { words: words.verify, url: verifyAddress(base, award.token) },
  }
  return { signed, face, issuer, language }
}
