import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { S3Options } from '../src/files/s3-files.ts'

// The only keys that the stand-in knows.
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** Starts a store with the interface of Amazon S3 on this machine; answers how to reach it. */
export async function startS3(): Promise<{
  options: S3Options
  /** The ids of uploads in parts that have no end yet. */
  unfinished(): Promise<string[]>
  close(): Promise<void>
}> {
  const directory = await mkdtemp(join(tmpdir(), 'prmkit-s3-'))
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: 'partner-files' }],
  })
  // The stand-in takes every signature in an address, so it is checked before.
  server.middleware.unshift(async (context, next) => {
    if (isSigned(context.req)) await next()
    else context.status = 403
  })
  // The stand-in knows neither list nor end of uploads in parts, whose folders lie beside the files.
  const parts = join(directory, 'partner-files', '._S3rver_uploads')
  server.middleware.unshift(async (context, next) => {
    const { pathname, searchParams } = new URL(context.req.url ?? '', 'http://store.example')
    const isList = context.req.method === 'GET' && searchParams.has('uploads')
    const ended = context.req.method === 'DELETE' && searchParams.get('uploadId')
    if (ended) {
      await rm(join(parts, ended), { recursive: true })
      context.status = 204
    } else if (isList && /^\/partner-files\/?$/.test(pathname)) {
      context.type = 'application/xml'
      context.body = await listed(parts, searchParams.get('prefix') ?? '')
    } else await next()
  })
  const { port } = await server.run()
  return {
    options: {
      ...{ bucket: 'partner-files', prefix: 'portal/', endpoint: `http://127.0.0.1:${port}` },
      ...{ credentials, region: 'us-east-1' },
    },
    unfinished: () => readdir(parts).catch(() => []),
    async close() {
      await server.close()
      await rm(directory, { recursive: true })
    },
  }
}

/** The uploads in parts that have no end yet (ListMultipartUploads). */
async function listed(parts: string, prefix: string): Promise<string> {
  const ids = await readdir(parts).catch(() => [])
  const uploads = await Promise.all(
    ids.map(async (id) => {
      const key = await readFile(join(parts, id, 'key'), 'utf8')
      const { mtime } = await stat(join(parts, id))
      return key.startsWith(prefix)
        ? `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${mtime.toISOString()}</Initiated></Upload>`
        : ''
    }),
  )
  return `<?xml version="1.0"?><ListMultipartUploadsResult>${uploads.join('')}</ListMultipartUploadsResult>`
}

/** Tells whether a request is what its address was signed for (Signature Version 4, query parameters). */
function isSigned({ method, url = '', headers }: IncomingMessage): boolean {
  const { pathname, searchParams } = new URL(url, 'http://store.example')
  const signature = searchParams.get('X-Amz-Signature')
  if (signature === null) return headers.authorization !== undefined
  searchParams.delete('X-Amz-Signature')
  const query = [...searchParams].map((pair) => pair.map(encoded).join('='))
  const signed = searchParams.get('X-Amz-SignedHeaders') ?? ''
  const values = signed.split(';').map((name) => `${name}:${headers[name] ?? ''}\n`)
  const canonical = [
    ...[method, pathname, query.toSorted().join('&'), values.join(''), signed],
    'UNSIGNED-PAYLOAD',
  ].join('\n')
  const at = searchParams.get('X-Amz-Date') ?? ''
  const scope = [at.slice(0, 8), 'us-east-1', 's3', 'aws4_request']
  const key = scope.reduce<string | Buffer>(
    (before, part) => createHmac('sha256', before).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  )
  const digest = createHash('sha256').update(canonical).digest('hex')
  const text = ['AWS4-HMAC-SHA256', at, scope.join('/'), digest].join('\n')
  return createHmac('sha256', key).update(text).digest('hex') === signature
}

const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
