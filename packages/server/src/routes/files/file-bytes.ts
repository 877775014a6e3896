import { bodyOf, parse } from '../../http/input.ts'
import { Id } from '@prmkit/contract'
import type { ByteRange, Publish } from '../../files/file-store.ts'
import { checkLink, linkLife } from '../../files/links.ts'
import { notFound, ProblemError } from '../../problem.ts'
import type { Services } from '../../services.ts'
import { contentPrefix, lookPrefix, signedFile } from './resource.ts'
import type { FileRecord } from '../../store/records.ts'

/** The seconds for which a used address is remembered; an address that works once lives shorter. */
const onceSeconds = 3600

/** The endpoints for the bytes of files, whose signed addresses take the place of a token. */
export function fileBytes(services: Services) {
  const { store, fileStore, log } = services

  /**
   * Bytes that arrive after the file was checked must not take the place of those that were. The check
   * locks the file too, so it sees all of an upload or nothing.
   */
  const publishing =
    ({ id }: FileRecord): Publish =>
    (appear) =>
      store.write(async ({ files }) => {
        const [file] = await files.lock([id])
        checkTaking(file)
        await appear()
      })

  async function fileFor(request: Request, method: 'GET' | 'PUT', id = '') {
    const facts = await checkLink(services, method, id, new URL(request.url).searchParams)
    const { read } = store
    const file = (await signedFile(read, parse(Id, id))) ?? (await read.files.get(id))
    if (!file) throw notFound('file')
    return { ...file, ...facts }
  }

  /** Refuses the second use of an address that works once; asking for the headers uses nothing. */
  async function useUp(once: string | undefined, method: string): Promise<void> {
    if (once === undefined || method === 'HEAD') return
    const { used } = await store.write(({ rateLimits }) =>
      rateLimits.hit(`once:${once}`, onceSeconds, services.now()),
    )
    if (used > 1) throw new ProblemError('link-used', 'The address works once; ask for a new one.')
  }

  /** The problem of a storage that failed, by a full disk for instance; the bytes are not at fault. */
  function notKept(error: unknown): ProblemError {
    log.error({ error: String(error) }, 'a file could not be kept')
    return new ProblemError(
      'unavailable',
      'The file could not be kept now. Send it again later; if it fails again, tell the operator.',
      { headers: { 'retry-after': '60' } },
    )
  }

  function directAddress({ id, name, mediaType }: FileRecord): Promise<string> {
    const facts = { mediaType, disposition: disposition(name) }
    return fileStore.direct!.download(id, facts, linkLife / 1000)
  }

  return {
    async read(request: Request, { id }: Record<string, string>): Promise<Response> {
      const file = await fileFor(request, 'GET', id)
      if (file.status !== 'ready') throw notFound('file')
      await useUp(file.once, request.method)
      const range = rangeOf(request.headers.get('range'), file.size)
      const headers = {
        'accept-ranges': 'bytes',
        'content-type': file.mediaType,
        'content-disposition': disposition(file.name),
        'content-security-policy': "default-src 'none'; sandbox",
      }
      if (range === 'unsatisfiable')
        return new Response(null, {
          status: 416,
          headers: { 'content-range': `bytes */${file.size}` },
        })
      // Bytes that nobody reads would keep their file open.
      if (request.method === 'HEAD')
        return new Response(null, { headers: { ...headers, 'content-length': String(file.size) } })
      if (fileStore.direct && isTaken(file)) return redirect(await directAddress(file))
      const kept = await fileStore.get(file.id, range)
      if (!kept) throw notFound('file')
      if (!range)
        return new Response(kept.bytes, {
          headers: { ...headers, 'content-length': String(kept.size) },
        })
      return new Response(kept.bytes, {
        status: 206,
        headers: {
          ...headers,
          'content-length': String(range.last - range.first + 1),
          'content-range': `bytes ${range.first}-${range.last}/${kept.size}`,
        },
      })
    },

    async write(request: Request, { id }: Record<string, string>): Promise<Response> {
      const file = await fileFor(request, 'PUT', id)
      checkTaking(file)
      const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
      if (type !== file.mediaType.toLowerCase())
        throw new ProblemError(
          'unsupported-media-type',
          `The file was announced as ${file.mediaType}.`,
        )
      if (Number(request.headers.get('content-length') ?? 0) > file.size) throw tooLarge(file.size)
      let broken = false
      const bytes = exactly(file, await bodyOf(request), () => (broken = true))
      try {
        await fileStore.put(file.id, bytes, publishing(file))
      } catch (error) {
        if (error instanceof ProblemError) throw error
        if (!broken) throw notKept(error)
        log.warn({ error: String(error) }, 'an upload broke off')
        throw new ProblemError('upload-rejected', 'The bytes broke off; send all of them again.')
      }
      return new Response(null, { status: 204 })
    },
  }
}

/**
 * Tells whether a file is saved or played, so that an outside store may send it. A file that a page shows
 * within itself, or that may be taken only once, comes from this server.
 */
function isTaken({ id, mediaType, once }: FileRecord & { once?: string }): boolean {
  const isShown = id.startsWith(contentPrefix) || id.startsWith(lookPrefix)
  return once === undefined && !isShown && mediaType !== 'text/vtt'
}

/** Leads to a signed address, which lets everybody in who has it: caches must not keep it, nor referrers tell it. */
function redirect(location: string): Response {
  const headers = { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }
  return new Response(null, { status: 302, headers })
}

function checkTaking(file: FileRecord | undefined): void {
  const status = file?.status ?? 'gone'
  if (status !== 'uploading')
    throw new ProblemError('state-conflict', `The file is ${status} and takes no bytes.`)
}

/** Passes on as many bytes as were announced, no more and no fewer; fails where they end before. */
function exactly(
  { size: announced }: FileRecord,
  bytes: ReadableStream<Uint8Array>,
  brokeOff: () => void,
): ReadableStream<Uint8Array> {
  const reader = bytes.getReader()
  let size = 0
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        brokeOff()
        throw error
      })
      size += value?.byteLength ?? 0
      if (size > announced) {
        await reader.cancel()
        throw tooLarge(announced)
      }
      if (done && size < announced)
        throw new ProblemError('upload-rejected', `Only ${size} of ${announced} bytes arrived.`)
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

function tooLarge(size: number): ProblemError {
  return new ProblemError('payload-too-large', `The file was announced with ${size} bytes.`)
}

/** The range of bytes that a header asks for (RFC 9110, 14.2); a header with several ranges gets the whole file. */
export function rangeOf(
  header: string | null,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from === '' && Number(to) === 0) return 'unsatisfiable'
  if (to !== '' && from !== '' && Number(to) < Number(from)) return undefined
  return first > last ? 'unsatisfiable' : { first, last }
}

/** A name for saving (RFC 6266): plain for old readers, UTF-8 for all others, never a path. */
export function disposition(name: string): string {
  const safe = name.replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '_')
  const plain = safe.replaceAll(/[^\x20-\x7e]|["%]/g, '_')
  const encoded = encodeURIComponent(safe).replaceAll(
    /['()*!]/g,
    (sign) => '%' + sign.charCodeAt(0).toString(16).toUpperCase(),
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
