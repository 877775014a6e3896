import type { Routes } from '@prmkit/contract'
import { bakePng } from '../../badges/bake-png.ts'
import { badgeSvg } from '../../badges/badge-svg.ts'
import { checkSeal, seal } from '../../files/links.ts'
import type { Call } from '../../http/call.ts'
import { fieldProblem, notFound, ProblemError } from '../../problem.ts'
import { visibleRecord } from '../../resource.ts'
import type { Services } from '../../services.ts'
import { fault } from '../../rules/content/write.ts'
import { safeFileName } from '../../rules/assets/file-name.ts'
import { disposition } from '../files/file-bytes.ts'
import { baseOf } from '../shared/base-of.ts'
import { awardResource } from '../training/resource.ts'
import { signedBadge, type SignedBadge } from './signed-badge.ts'

type Downloading = Call<Routes['awards']['download']>
type Form = Downloading['body']['as']

/** How long an address of a badge works. */
const linkLife = 5 * 60_000

const mediaTypes: Readonly<Record<Form, string>> = {
  json: 'application/vc',
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
}

const subject = (id: string, ...facts: string[]) => ['badge', id, ...facts].join('\n')

/** A signed address of an award’s badge or certificate. */
export async function badgeLink(call: Downloading) {
  const { tables, services, request, body, now, languages } = call
  const award = await visibleRecord(awardResource, call, call.params.id)
  if (award.status === 'revoked')
    throw new ProblemError('state-conflict', 'This award was revoked; it gives no badge any more.')
  const { as } = body
  if ((as === 'png' || as === 'pdf') && !services.badges[as])
    throw fieldProblem([fault('/as', 'not-an-option', `No ${as} is drawn here; take the svg.`)])
  const expires = Date.parse(now) + linkLife
  const language = languages[0] ?? ''
  const signature = await seal(tables, now, subject(award.id, as, language, String(expires)))
  const search = new URLSearchParams({ as, language, expires: String(expires), signature })
  return {
    body: {
      url: `${baseOf(services, request)}/v1/awards/${award.id}/badge?${search}`,
      expiresAt: new Date(expires).toISOString(),
    },
  }
}

/** The bytes of badges under signed addresses. They are made anew each time, so none is kept. */
export function badgeFiles(services: Services) {
  return async (request: Request, { id = '' }: Record<string, string>): Promise<Response> => {
    const { searchParams } = new URL(request.url)
    const of = (name: string) => searchParams.get(name) ?? ''
    const [as, language, expires] = [of('as'), of('language'), of('expires')]
    await checkSeal(services, subject(id, as, language, expires), of('signature'))
    if (Number(expires) < services.clock())
      throw new ProblemError('link-expired', 'The address has expired; ask for a new one.')
    const award = await services.store.read.awards.get(id)
    const languages = language === '' ? [] : [language]
    const badge = award && (await signedBadge(services, request, award, { languages, named: true }))
    if (!badge) throw notFound(awardResource.noun)
    const form = as as Form
    const name = safeFileName(badge.face.title, `badge.${form}`)
    return new Response(request.method === 'HEAD' ? null : await bytesOf(services, badge, form), {
      headers: {
        'content-type': mediaTypes[form],
        'content-disposition': disposition(name),
        'content-security-policy': "default-src 'none'; sandbox",
      },
    })
  }
}

async function bytesOf(
  { badges }: Services,
  { signed, face }: SignedBadge,
  form: Form,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (form === 'svg') return badgeSvg(face, signed)
  if (form === 'png' && badges.png) return bakePng(await badges.png(face), signed)
  if (form === 'pdf' && badges.pdf) return badges.pdf(face)
  return JSON.stringify(signed, null, 2)
}
