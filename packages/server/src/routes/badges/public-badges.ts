import { badgeWords } from '../../badges/badge-words.ts'
import { listLength, placeInList } from '../../badges/credential.ts'
import type { SignedCredential } from '../../badges/badge-maker.ts'
import { statusList } from '../../badges/status-list.ts'
import { languagesOf } from '../../http/headers.ts'
import { notFound } from '../../problem.ts'
import { credentialPage, noCredentialPage } from '../../rendering/credential-page.ts'
import { sharePolicy } from '../../rendering/share-page.ts'
import type { Services } from '../../services.ts'
import type { AwardRecord } from '../../store/training-records.ts'
import { baseOf } from '../shared/base-of.ts'
import { offeredLanguages, regionalTag, wantedLanguages } from '../../rules/content/languages.ts'
import { issuerNow, signedBadge } from './signed-badge.ts'

/** The milliseconds for which a signed list is given again, unless an award in it changes. */
const listAge = 3_600_000

/** Everything about badges that anybody may fetch: the issuer’s keys, lists of revoked ones, and pages. */
export function publicBadges(services: Services) {
  const { store } = services
  const lists = new Map<string, { bits: string; at: number; signed: SignedCredential }>()

  async function wanted(request: Request): Promise<string[]> {
    const offered = offeredLanguages(await services.settings(store.read))
    return wantedLanguages(languagesOf(request.headers.get('accept-language')), offered)
  }

  async function html(request: Request, text: string, status: number): Promise<Response> {
    return new Response(request.method === 'HEAD' ? null : text, {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': await sharePolicy(baseOf(services, request)),
        'x-robots-tag': 'noindex, nofollow',
        'cross-origin-resource-policy': 'same-origin',
      },
    })
  }

  /** An award whose holder lets others see it. */
  async function shown(token: string): Promise<AwardRecord | undefined> {
    const award = await store.read.awards.byToken(token)
    return award?.shows === 'award' || award?.shows === 'holder' ? award : undefined
  }

  return {
    /** The keys of the issuer (did:web, 3.2: `/.well-known/did.json`, or the path’s `/did.json`). */
    async issuer(request: Request): Promise<Response> {
      const now = await issuerNow(services, request)
      if (!now?.issuer.did.startsWith('did:web:')) throw notFound('issuer with a domain')
      return json(now.issuer.document, 'application/did+json')
    },

    /** The list that says which badges were taken back. */
    async list(request: Request, { list: name = '' }: Record<string, string>): Promise<Response> {
      const [, number = '', keyId] = /^(\d{1,6})(?:\.(badge_key_[0-9a-z]{24}))?$/.exec(name) ?? []
      const now = number === '' ? undefined : await issuerNow(services, request, keyId)
      const isKey = now?.issuer.did.startsWith('did:key:') ?? false
      if (!now || isKey !== (keyId !== undefined)) throw notFound('status list')
      const from = Number(number) * listLength
      const places = await store.read.awards.revokedPlaces(from, from + listLength)
      const indexes = places.map((place) => placeInList(place).index).toSorted((a, b) => a - b)
      const address = `${now.base}/credentials/status/${name}`
      const bits = `${now.key.id} ${indexes.join(' ')}`
      const before = lists.get(address)
      if (before?.bits === bits && Math.abs(services.clock() - before.at) < listAge)
        return json(before.signed, 'application/vc')
      const list = await statusList(address, now.issuer.did, indexes, services.now())
      const signed = await services.badges.sign(list, { ...now, now: services.now() })
      // Only a hundred lists are kept, because anybody can ask for any number of them.
      if (lists.size > 100) lists.clear()
      lists.set(address, { bits, at: services.clock(), signed })
      return json(signed, 'application/vc')
    },

    /** The signed badge, for programs. */
    async badge(request: Request, { token = '' }: Record<string, string>): Promise<Response> {
      const award = await shown(token)
      const languages = await wanted(request)
      const named = award?.shows === 'holder'
      const badge = award && (await signedBadge(services, request, award, { languages, named }))
      if (!badge) throw notFound('badge')
      return json(badge.signed, 'application/vc')
    },

    /** The page that verifies a badge, for people. */
    async page(request: Request, { token = '' }: Record<string, string>): Promise<Response> {
      const languages = await wanted(request)
      const award = await shown(token)
      const named = award?.shows === 'holder'
      const badge = award && (await signedBadge(services, request, award, { languages, named }))
      if (!badge) return html(request, noCredentialPage(languages[0] ?? 'en'), 404)
      const now = services.now()
      const { signed, face, issuer, language } = badge
      const isOver = award.validUntil !== undefined && award.validUntil < now
      // The signature of an award that is over is checked as of the award’s end.
      const at = isOver ? award.validUntil! : now
      const fault = await services.badges.fault(signed, issuer.document, at)
      const state =
        award.status === 'revoked' ? 'revoked' : fault ? 'faulty' : isOver ? 'expired' : 'active'
      const asked = languagesOf(request.headers.get('accept-language'))
      const locale = regionalTag(language, asked, undefined)
      const day = new Intl.DateTimeFormat(locale, {
        dateStyle: 'long',
        timeZone: 'UTC',
      })
      const checked = badgeWords(language).checked.replace('{date}', day.format(new Date(now)))
      const file = `${baseOf(services, request)}/credentials/${token}/badge`
      return html(request, credentialPage({ face, state, checked, file, named }), 200)
    },
  }
}

function json(body: object, type: string): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': type } })
}
