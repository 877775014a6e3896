import type { Backend } from './transport.ts'

/** Where the bytes of a file go, and how. */
export interface Place {
  readonly url: string
  readonly method: string
  readonly headers: Record<string, string>
}

/** Milliseconds without any progress after which a connection is given up. */
const stall = 60_000

/** Sends a file's bytes, by XMLHttpRequest where there is one: `fetch` tells no upload progress. */
export function putBytes(
  place: Place,
  file: Blob,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
  { native, fetch }: Pick<Backend, 'fetch' | 'native'>,
): Promise<Response> {
  if (native && globalThis.XMLHttpRequest) return byXhr(place, file, signal, onProgress)
  const { url, method, headers } = place
  const request = new Request(url, { method, headers, body: file, signal, credentials: 'omit' })
  return fetch(request)
}

function byXhr(
  { url, method, headers }: Place,
  file: Blob,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const xhr = new XMLHttpRequest()
    const abort = () => xhr.abort()
    let watchdog: ReturnType<typeof setTimeout>
    const watch = () => {
      clearTimeout(watchdog)
      watchdog = setTimeout(abort, stall)
    }
    xhr.open(method, url)
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.upload.addEventListener('progress', ({ loaded }) => {
      watch()
      onProgress(loaded)
    })
    xhr.addEventListener('load', () => {
      const type = xhr.getResponseHeader('content-type')
      resolve(
        new Response(xhr.responseText || null, {
          status: xhr.status,
          headers: type ? { 'content-type': type } : {},
        }),
      )
    })
    xhr.addEventListener('error', () => reject(new TypeError('the upload broke off')))
    xhr.addEventListener('abort', () =>
      reject(signal.aborted ? signal.reason : new TypeError('the upload stalled')),
    )
    xhr.addEventListener('loadend', () => {
      clearTimeout(watchdog)
      signal.removeEventListener('abort', abort)
    })
    signal.addEventListener('abort', abort)
    watch()
    xhr.send(file)
  })
}
