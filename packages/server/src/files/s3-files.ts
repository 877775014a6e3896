import type { S3Client } from '@aws-sdk/client-s3'
import { newId } from '../ids.ts'
import { atOnce, type FileStore } from './file-store.ts'

/** The folder of the files, each under its id. */
const files = 'files/'
/** The folder of bytes that browsers have sent, until they are taken. */
const uploads = 'uploads/'

/** A store with the interface of Amazon S3. */
export interface S3Options {
  bucket: string
  /** The beginning of every key, ending with a slash; empty for none. */
  prefix?: string
  /** The address of the store, unless it is Amazon’s. */
  endpoint?: string
  /** The keys of the store; without them the SDK asks environment, profile and the machine’s role. */
  credentials?: { accessKeyId: string; secretAccessKey: string }
  /** us-east-1 unless told, which stores that are not Amazon’s take. */
  region?: string
}

/**
 * Files in a store with the interface of Amazon S3. Browsers send and get bytes there themselves, under
 * signed addresses; a file appears whole, under its id, or not at all.
 */
export async function s3Files({
  bucket: Bucket,
  prefix = '',
  endpoint,
  credentials,
  region = 'us-east-1',
}: S3Options): Promise<FileStore & { storageId: string }> {
  const { s3, Upload, getSignedUrl } = await loadSdk()
  const client: S3Client = new s3.S3Client({
    ...{ region, requestChecksumCalculation: 'WHEN_REQUIRED' },
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Other stores seldom have a host name for each bucket.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
  })
  const keyOf = (id: string, below = files) => {
    if (!/^[A-Za-z0-9_-]{3,64}$/.test(id)) throw new Error(`“${id}” is no name for a file.`)
    return `${prefix}${below}${id}`
  }
  const remove = (Key: string) => client.send(new s3.DeleteObjectCommand({ Bucket, Key }))
  const move = async (from: string, to: string) => {
    const CopySource = [Bucket, ...from.split('/')].map(encodeURIComponent).join('/')
    await client.send(new s3.CopyObjectCommand({ Bucket, Key: to, CopySource }))
  }
  const send = (Key: string, Body: ReadableStream<Uint8Array>) =>
    new Upload({ client, params: { Bucket, Key, Body }, leavePartsOnError: false }).done()
  const places = new Map<string, string>()

  /** The next keys below a part of the store that were written before an instant. */
  async function old(below: string, before: string, limit: number): Promise<string[]> {
    const Prefix = prefix + below
    const StartAfter = places.get(below) ?? Prefix
    const page = { Bucket, Prefix, StartAfter }
    const { Contents = [] } = await client.send(new s3.ListObjectsV2Command(page))
    const next = Contents.slice(0, limit)
    places.set(below, (Contents.length > limit ? next.at(-1)?.Key : undefined) ?? Prefix)
    return next.flatMap(({ Key, LastModified }) =>
      Key !== undefined && LastModified && LastModified.getTime() < Date.parse(before) ? Key : [],
    )
  }

  /** Ends uploads in parts that began before an instant: a killed server leaves them, and they cost. */
  async function endUploads(below: string, before: string): Promise<number> {
    const listing = new s3.ListMultipartUploadsCommand({ Bucket, Prefix: prefix + below })
    // Without the right to list them, the rule of the bucket ends them.
    const { Uploads = [] } = (await client.send(listing).catch(ignoreRefused)) ?? {}
    const left = Uploads.filter(
      ({ Initiated }) => Initiated && Initiated.getTime() < Date.parse(before),
    )
    for (const { Key, UploadId } of left)
      await client.send(new s3.AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
    return left.length
  }

  async function size(Key: string): Promise<number | undefined> {
    const found = await client.send(new s3.HeadObjectCommand({ Bucket, Key })).catch(ignoreMissing)
    return found && (found.ContentLength ?? 0)
  }

  const store: FileStore = {
    async put(id, bytes, publish = atOnce) {
      const key = keyOf(id)
      if (publish === atOnce) return void (await send(key, bytes))
      const part = keyOf(newId('up'), uploads)
      try {
        await send(part, bytes)
        await publish(() => move(part, key))
      } finally {
        await remove(part)
      }
    },
    async get(id, range) {
      const Key = keyOf(id)
      const Range = range && `bytes=${range.first}-${range.last}`
      try {
        const wanted = { Bucket, Key, ...(Range !== undefined && { Range }) }
        const found = await client.send(new s3.GetObjectCommand(wanted))
        const whole = found.ContentRange?.split('/')[1] ?? found.ContentLength ?? 0
        const bytes = found.Body?.transformToWebStream() as ReadableStream<Uint8Array> | undefined
        return { size: Number(whole), bytes: bytes ?? new Blob([]).stream() }
      } catch (error) {
        if (statusOf(error) !== 416) return ignoreMissing(error)
        return { size: (await size(Key)) ?? 0, bytes: new Blob([]).stream() }
      }
    },
    async remove(id) {
      await remove(keyOf(id))
    },
    async collect(before, limit, unnamed) {
      const ended = (await endUploads(uploads, before)) + (await endUploads(files, before))
      const left = await old(uploads, before, limit)
      const keys = await old(files, before, limit)
      const ids = keys.map((key) => key.slice(prefix.length + files.length))
      const gone = ids.length > 0 ? await unnamed(ids) : []
      const all = [...left, ...gone.map((id) => keyOf(id))]
      for (const key of all) await remove(key)
      return all.length + ended
    },
    direct: {
      async upload(id, { mediaType, size: length }, expiresIn) {
        const headers = { 'content-type': mediaType }
        const sent = { Bucket, Key: keyOf(id, uploads) }
        const command = new s3.PutObjectCommand({
          ...{ ...sent, ContentType: mediaType, ContentLength: length },
        })
        // Signed with the address: the store refuses another length or type.
        const signableHeaders = new Set(['host', 'content-type', 'content-length'])
        return { url: await getSignedUrl(client, command, { expiresIn, signableHeaders }), headers }
      },
      async take(id) {
        const key = keyOf(id, uploads)
        if ((await size(key)) === undefined) return
        await move(key, keyOf(id))
        await remove(key)
      },
      async download(id, { mediaType, disposition }, expiresIn) {
        const answered = { ResponseContentType: mediaType, ResponseContentDisposition: disposition }
        const command = new s3.GetObjectCommand({ Bucket, Key: keyOf(id), ...answered })
        return getSignedUrl(client, command, { expiresIn })
      },
    },
  }

  /** The mark that tells one store from another, however it is reached. */
  async function storageId(): Promise<string> {
    const Key = `${prefix}storage-id`
    const read = async () => {
      const found = await client.send(new s3.GetObjectCommand({ Bucket, Key })).catch(ignoreMissing)
      return found?.Body?.transformToString()
    }
    const known = await read()
    if (known !== undefined) return known
    const mark = { Bucket, Key, Body: newId('storage'), IfNoneMatch: '*' }
    await client.send(new s3.PutObjectCommand(mark)).catch((error: unknown) => {
      // Another server was faster.
      if (statusOf(error) !== 412 && statusOf(error) !== 409) throw error
    })
    return (await read()) ?? ''
  }

  try {
    return { ...store, storageId: await storageId() }
  } catch (error) {
    throw new Error(
      `The bucket ${Bucket} cannot be used: ${error instanceof Error ? error.message : String(error)}. ` +
        'Check its name, AWS_REGION, the keys, and AWS_ENDPOINT_URL_S3 where it is not Amazon’s.',
      { cause: error },
    )
  }
}

/** The SDK is large, so only those who keep files there install it. */
async function loadSdk() {
  try {
    const [s3, { Upload }, { getSignedUrl }] = await Promise.all([
      import('@aws-sdk/client-s3'),
      import('@aws-sdk/lib-storage'),
      import('@aws-sdk/s3-request-presigner'),
    ])
    return { s3, Upload, getSignedUrl }
  } catch (cause) {
    throw new Error(
      'Files in an S3-compatible store need Amazon’s SDK, which is not installed. Run: npm install ' +
        '@aws-sdk/client-s3 @aws-sdk/lib-storage @aws-sdk/s3-request-presigner',
      { cause },
    )
  }
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
}

function ignoreRefused(error: unknown): undefined {
  if (![403, 405, 501].includes(statusOf(error) ?? 0)) throw error
}

function ignoreMissing(error: unknown): undefined {
  if (statusOf(error) !== 404) throw error
}
