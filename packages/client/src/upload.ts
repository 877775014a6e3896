import type { File as FileRecord, Upload } from '@prmkit/contract'
import { readAnswer } from './answer.ts'
import { ContractError, isPrmError, TimeoutError } from './errors.ts'
import type { LateClient, UploadOptions } from './late.ts'
import { newKey, type Operation } from './operation.ts'
import { wait } from './pause.ts'
import { putBytes } from './put-bytes.ts'
import { send, type Backend } from './transport.ts'

/** The step between the two operations, named as they are for messages. */
const put: Operation = {
  name: 'files.put',
  method: 'PUT',
  path: '(the upload address)',
  flags: new Set(['none', 'public']),
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
  const until = AbortSignal.any([client.signal, ...(signal ? [signal] : [])])
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
    const url = addressOf(place.url, client.baseUrl)
    return send(backend, {
      operation: put,
      url,
      headers: place.headers,
      signal: until,
      // A large file takes its time: putBytes gives up a connection that stands still.
      timeouts: { attempt: false, total: false },
      transmit: ({ signal: ending }) =>
        putBytes({ ...place, url }, file, ending, progress, backend),
      read: (response) => readAnswer(put, response),
    })
  }
}

const isPending = ({ status }: FileRecord) => status === 'uploading' || status === 'checking'

function addressOf(url: string, base: string): string {
  const address = URL.parse(url, base)
  if (address && /^https?:$/.test(address.protocol)) return address.href
  throw new ContractError(
    'POST /files gave an upload address that is no web address. Run prmkit-conformance against the backend.',
    { code: 'contract-drift', pointer: '/url' },
  )
}

function stuck({ id }: FileRecord): TimeoutError {
  return new TimeoutError(
    `The file ${id} was sent, but the backend has been checking it for ten minutes. Look again later, or ask the vendor.`,
    { code: 'timeout', retryable: true },
  )
}
