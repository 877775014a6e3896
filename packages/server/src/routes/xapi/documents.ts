import { readBytes } from '../../http/input.ts'
import { ProblemError } from '../../problem.ts'
import { isSameAgent, type Agent } from '../../rules/training/cmi5/statement.ts'
import type { Services } from '../../services.ts'
import type { LaunchRecord, XapiDocument } from '../../store/training-records.ts'
import { bytesOf, keptBody } from './document-body.ts'
import { noContent, XapiError, xapiHeaders, xapiJson } from './errors.ts'
import { AgentSchema } from './schemas.ts'

/** The three kinds of documents (xAPI, part 3, 2.2), by the end of their path. */
export type DocumentKind = 'activities/state' | 'activities/profile' | 'agents/profile'

/** The document with the facts of a launch, which a course neither changes nor deletes (cmi5, 10.2.1). */
export const launchDataId = 'LMS.LaunchData'

/** The name of a document within its resource. */
const idNames: Record<DocumentKind, string> = {
  'activities/state': 'stateId',
  'activities/profile': 'profileId',
  'agents/profile': 'profileId',
}

/** The place of a document: everything before its own id. */
export function placeOf(
  kind: DocumentKind,
  { activityId = '', agent = '', registration = '' }: Partial<Record<string, string>>,
): string {
  return JSON.stringify([kind, activityId, agent, registration])
}

/** The account of an agent as places write it. */
export const agentKey = ({ account }: Agent): string => `${account?.homePage}#${account?.name}`

interface Asked {
  kind: DocumentKind
  place: string
  id: string | undefined
}

/** The documents that a request is about, all of them the learner’s own or of an activity. */
function askedFor(kind: DocumentKind, launch: LaunchRecord, search: URLSearchParams): Asked {
  const id = search.get(idNames[kind]) ?? undefined
  const activityId = search.get('activityId') ?? undefined
  const registration = search.get('registration') ?? undefined
  if (kind !== 'agents/profile' && activityId === undefined)
    throw new XapiError(400, 'The parameter activityId is missing.')
  const isPersonal = kind !== 'activities/profile'
  if (isPersonal) requireOwn(search.get('agent'), launch)
  if (
    kind === 'activities/state' &&
    registration !== undefined &&
    registration !== launch.registration
  )
    throw new XapiError(403, 'The registration is not that of the launch (cmi5, 9.6.1).')
  const place = placeOf(kind, {
    ...(activityId !== undefined && { activityId }),
    ...(isPersonal && { agent: agentKey(launch.actor) }),
    ...(registration !== undefined && { registration }),
  })
  return { kind, place, id }
}

function requireOwn(text: string | null, { actor }: LaunchRecord): void {
  let agent: unknown
  try {
    agent = JSON.parse(text ?? '')
  } catch {
    throw new XapiError(400, 'The parameter agent is missing, or no JSON.')
  }
  const read = AgentSchema.safeParse(agent)
  if (!read.success)
    throw new XapiError(400, 'The parameter agent is no agent (xAPI, part 2, 2.4.2).')
  if (!isSameAgent(read.data, actor))
    throw new XapiError(403, 'The agent is not the one that launched the course (cmi5, 9.2).')
}

/** Answers a request for documents of one kind. */
export async function documents(
  services: Services,
  kind: DocumentKind,
  launch: LaunchRecord,
  request: Request,
  search: URLSearchParams,
): Promise<Response> {
  const asked = askedFor(kind, launch, search)
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return read(services, asked, search.get('since'))
    case 'PUT':
    case 'POST':
      return write(services, asked, request)
    case 'DELETE':
      return remove(services, asked, request)
    default:
      throw new XapiError(405, `${request.method} is not possible here.`)
  }
}

async function read(
  { store }: Services,
  { place, id }: Asked,
  since: string | null,
): Promise<Response> {
  if (id === undefined) {
    const all = await store.read.documents.list(place)
    return xapiJson(
      all.filter(({ updatedAt }) => since === null || updatedAt > since).map((one) => one.id),
    )
  }
  const found = await store.read.documents.get(place, id)
  if (!found) throw new XapiError(404, 'There is no such document.')
  return new Response(bytesOf(found.body), {
    headers: {
      ...{ ...xapiHeaders, 'content-type': found.mediaType, etag: `"${found.hash}"` },
      'last-modified': new Date(found.updatedAt).toUTCString(),
    },
  })
}

async function write(services: Services, { kind, place, id }: Asked, request: Request) {
  if (id === undefined) throw new XapiError(400, `The parameter ${idNames[kind]} is missing.`)
  refuseLaunchData(kind, id)
  const mediaType = request.headers.get('content-type') ?? 'application/octet-stream'
  const body = await readBytes(request, services.limits.bodySize).catch((error: Error) => {
    const isLarge = error instanceof ProblemError && error.code === 'payload-too-large'
    throw new XapiError(isLarge ? 413 : 400, error.message)
  })
  const now = services.now()
  await services.store.write(async (tables) => {
    await tables.points.lockNames([`xapi ${place} ${id}`])
    const before = await tables.documents.get(place, id)
    // States have no rule of concurrency (xAPI, part 3, 3.1), profiles must say what they replace.
    const mustSay = request.method === 'PUT' && kind !== 'activities/state'
    requireMatch(before, request, mustSay)
    const kept = keptBody(body)
    const after = request.method === 'POST' ? merged(before, kept, mediaType) : kept
    const hash = await sha1(bytesOf(after))
    await tables.documents.put({ place, id, mediaType, body: after, hash, updatedAt: now })
  })
  return noContent()
}

async function remove(services: Services, { kind, place, id }: Asked, request: Request) {
  if (id === undefined && kind !== 'activities/state')
    throw new XapiError(400, `The parameter ${idNames[kind]} is missing.`)
  if (id !== undefined) refuseLaunchData(kind, id)
  await services.store.write(async (tables) => {
    if (id !== undefined) requireMatch(await tables.documents.get(place, id), request, false)
    const all = id === undefined ? await tables.documents.list(place) : [{ id }]
    for (const one of all) if (one.id !== launchDataId) await tables.documents.remove(place, one.id)
  })
  return noContent()
}

function refuseLaunchData(kind: DocumentKind, id: string): void {
  if (kind === 'activities/state' && id === launchDataId)
    throw new XapiError(403, 'A course changes no LMS.LaunchData (cmi5, 10.2.1).')
}

/** Refuses a change of a document that is another one by now (xAPI, part 3, 3.1). */
function requireMatch(before: XapiDocument | undefined, request: Request, mustSay: boolean): void {
  const [match, none] = [request.headers.get('if-match'), request.headers.get('if-none-match')]
  const tags = (header: string) => header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  const isNamed = (header: string) =>
    before !== undefined && (header.trim() === '*' || tags(header).includes(`"${before.hash}"`))
  if (match !== null && !isNamed(match))
    throw new XapiError(412, 'The document is another one by now. Read it again.')
  if (none !== null && isNamed(none)) throw new XapiError(412, 'The document is there already.')
  if (mustSay && before && match === null && none === null)
    throw new XapiError(
      409,
      'The document is there already. Read it, and send If-Match with its ETag (xAPI, part 3, 3.1).',
    )
}

/** The top level of one JSON object laid over another (xAPI, part 3, 2.2). */
function merged(before: XapiDocument | undefined, body: string, mediaType: string): string {
  if (!before) return body
  const over = isJson(mediaType) ? objectOf(body) : undefined
  const under = isJson(before.mediaType) ? objectOf(before.body) : undefined
  if (!over || !under)
    throw new XapiError(400, 'POST merges JSON objects only (xAPI, part 3, 2.2). Use PUT.')
  return JSON.stringify(Object.fromEntries([...Object.entries(under), ...Object.entries(over)]))
}

const isJson = (mediaType: string) => /^application\/json\b/i.test(mediaType)

function objectOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** SHA-1 as hexadecimal digits, which xAPI asks ETags to be (part 3, 3.1). */
export async function sha1(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const hash = await crypto.subtle.digest('SHA-1', bytes)
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
