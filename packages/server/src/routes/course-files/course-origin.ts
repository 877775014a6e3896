import { equalInConstantTime, sha256 } from '../../auth/hash.ts'
import type { Services } from '../../services.ts'
import type { LaunchRecord } from '../../store/training-records.ts'
import { rangeOf } from '../files/file-bytes.ts'
import { sessionLife } from '../xapi/session.ts'
import { courseFilesPath, playerPath } from './paths.ts'
import { playerFile, playerOf } from './player.ts'
import { courseHeaders, courseMediaType } from './policy.ts'
import { takeCommit } from './scorm-commits.ts'
import { unpack } from './unpack.ts'

const granted = new RegExp(`^(${courseFilesPath}|${playerPath})/([\\w-]+\\.[\\w-]+)(?:/(.*))?$`)
const scripts = new RegExp(`^${playerPath}/scripts/([\\w.-]+)$`)

/** The answers at the origin of course files. */
export interface CourseOrigin {
  /** Tells whether a request is for that origin. */
  serves(request: Request): boolean
  /** Answers a request for a course file; never rejects. */
  answer(request: Request): Promise<Response>
}

/**
 * The origin at which courses stand, which run programs of others: no token of a session and no cookie
 * is ever there. The addresses of a launch have a secret of their own, and work as long as it does.
 */
export function courseOrigin(services: Services): CourseOrigin {
  const { store, fileStore, contentOrigin, log } = services
  const host = contentOrigin && new URL(contentOrigin).host

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const { method } = request
    const isReading = method === 'GET' || method === 'HEAD'
    const [, script = ''] = scripts.exec(pathname) ?? []
    const file = script !== '' && isReading ? await playerFile(services, script) : undefined
    if (file) return file
    const [, area, grant = '', rest = ''] = granted.exec(pathname) ?? []
    const launch = grant === '' ? undefined : await launchOf(services, grant)
    if (!launch) return nothing()
    const isCommit = area === playerPath && rest === 'commit'
    if (isCommit && method === 'POST') return takeCommit(services, launch, request)
    if (!isReading) return refused(405, `${method} is not possible here.`, { allow: 'GET, HEAD' })
    if (area === courseFilesPath) return fileOf(request, launch, rest)
    return (rest === '' ? await playerOf(services, launch, grant, request) : undefined) ?? nothing()
  }

  async function fileOf(request: Request, launch: LaunchRecord, rest: string): Promise<Response> {
    const path = decoded(rest)
    const packageId = launch.packageId ?? ''
    const file = path === undefined ? undefined : await store.read.packages.file(packageId, path)
    const found = file && (await store.read.packages.get(packageId))
    if (!file || !found) return refused(404, 'The course has no such file.')
    const range = rangeOf(request.headers.get('range'), file.size)
    const apiOrigin = new URL(launch.actor.account?.homePage ?? request.url).origin
    const headers = {
      ...courseHeaders(apiOrigin),
      ...{ 'accept-ranges': 'bytes', 'content-type': courseMediaType(file.path) },
      // The address belongs to one launch, whose package never changes.
      'cache-control': 'private, max-age=86400, immutable',
    }
    if (range === 'unsatisfiable')
      return new Response(null, {
        status: 416,
        headers: { ...headers, 'content-range': `bytes */${file.size}` },
      })
    const { first, last } = range ?? { first: 0, last: file.size - 1 }
    const lengths = {
      'content-length': String(last - first + 1),
      ...(range && { 'content-range': `bytes ${first}-${last}/${file.size}` }),
    }
    const answered = { status: range ? 206 : 200, headers: { ...headers, ...lengths } }
    if (request.method === 'HEAD') return new Response(null, answered)
    const bytes = await unpack(fileStore, found.fileId, file, range)
    if (!bytes) return refused(404, 'The package of the course is gone.')
    return new Response(bytes, answered)
  }

  return {
    serves: (request) => host !== undefined && new URL(request.url).host === host,
    async answer(request) {
      try {
        return await answer(request)
      } catch (error) {
        log.error({ error: (error as Error).stack }, 'a file of a course failed')
        return refused(500, 'Something went wrong. Load the page again.')
      }
    },
  }
}

/** The launch behind a secret in an address. */
async function launchOf(
  { store, clock }: Services,
  grant: string,
): Promise<LaunchRecord | undefined> {
  const [, id = '', secret = ''] = /^([\w-]+)\.([\w-]+)$/.exec(grant) ?? []
  const launch = id === '' ? undefined : await store.read.launches.get(id)
  const isKnown =
    launch?.filesHash !== undefined && equalInConstantTime(launch.filesHash, await sha256(secret))
  if (!launch || !isKnown || clock() - Date.parse(launch.launchedAt) > sessionLife) return undefined
  return launch
}

function nothing(): Response {
  return refused(404, 'Nothing is here. Open the course again from the portal.')
}

function refused(status: number, text: string, more: Record<string, string> = {}): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', ...more }
  return new Response(text, { status, headers })
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
