import type { File as FileRecord, Upload } from '@prmkit/contract'
import { ContractError, isPrmError, TimeoutError } from '../errors.ts'
import type { LateClient, UploadOptions } from '../late.ts'
import { newKey, type Operation } from '../operation.ts'
import { firstOf, wait } from '../pause.ts'
import { putBytes } from './put-bytes.ts'
import { send, type Backend } from '../transport.ts'

/** The step between the two operations of an upload; messages name it like an operation. */
const put: Operation = {
  name: 'files.put',
  method: 'PUT',
  path: '(the upload address)',
  flags: new Set(['public']),
}

/** How long a backend may check a file before the caller is told. */
const patience = 600_000

/** Announces a file, sends its bytes, says so, and waits until the backend has checked it. */
export async function upload(
  client: LateClient,
  backend: Backend,
  file: Blob & { readonly name: string },
  { signal, onProgress = () => {} }: UploadOptions,
): Promise<FileRecord> {
  const [until, untie] = firstOf(client.signal, signal)
  return uploadUntil(until, client, backend, file, onProgress).finally(untie)
}

async function uploadUntil(
  until: AbortSignal,
  client: LateClient,
  backend: Backend,
  file: Blob & { readonly name: string },
  onProgress: NonNullable<UploadOptions['onProgress']>,
): Promise<FileRecord> {
  const options = { signal: until }
  const body = {
    name: file.name,
    mediaType: file.type.split(';', 1)[0] || 'application/octet-stream',
    size: file.size,
  }
  const progress = (sent: number) => onProgress({ sent, total: file.size })

  let place = await client.files.create({ body }, options)
  progress(0)
  try {
    await sendBytes(place)
  } catch (error) {
    // The address was signed for a while only; a slow line gets one more.
    if (!isPrmError(error) || (error.status !== 403 && error.status !== 410)) throw error
    place = await client.files.create({ body }, options)
    await sendBytes(place)
  }
  progress(file.size)
  const params = { id: place.file.id }
  let record = await client.files.complete({ params, idempotencyKey: newKey() }, options)
  const started = Date.now()
  for (let delay = 200; isPending(record); delay = Math.min(5000, delay * 1.5)) {
    if (Date.now() - started > patience) throw stuck(record)
    await wait(delay, until)
    record = await client.files.get({ params }, options)
  }
  return record

  function sendBytes(place: Upload) {
    const url = addressOf(place, client.baseUrl)
    return send(backend, {
      operation: put,
      url,
      headers: place.headers,
      signal: until,
      // A large file takes its time: putBytes gives up a connection that stands still.
      timeouts: { attempt: false, total: false },
      transmit: ({ signal: ending }) =>
        putBytes({ ...place, url }, file, ending, progress, backend),
      // A store answers what it likes: `complete` tells whether the bytes are there.
      read: async ({ body }) => body?.cancel(),
    })
  }
}

const isPending = ({ status }: FileRecord) => status === 'uploading' || status === 'checking'

/** The address that the bytes go to, once the answer names it and the file. */
function addressOf({ url, file }: Partial<Upload>, base: string): string {
  const address = URL.parse(String(url), base)
  if (address && /^https?:$/.test(address.protocol) && file?.id) return address.href
  throw new ContractError(
    'POST /files gave no web address for the bytes. Run prmkit-conformance.',
    { code: 'contract-drift', pointer: '/url' },
  )
}

function stuck({ id }: FileRecord): TimeoutError {
  return new TimeoutError(
    `The backend has been checking file ${id} for ten minutes. Try again, or ask the vendor.`,
    { code: 'timeout', retryable: true },
  )
}
