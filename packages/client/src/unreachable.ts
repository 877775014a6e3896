import { NetworkError, OfflineError } from './errors.ts'

/** The connection failed before an answer was complete. */
export function unreachable(label: string, cause: unknown): NetworkError | OfflineError {
  if (globalThis.navigator?.onLine === false)
    return new OfflineError(
      `${label} was not sent: the device is offline. Try again when it has a connection.`,
      { code: 'offline', retryable: true, cause },
    )
  return new NetworkError(
    `${label} got no answer: the connection failed (${String(cause)}). Check the connection and the base URL, and that the backend allows this page’s origin.`,
    { code: 'network', retryable: true, cause },
  )
}
