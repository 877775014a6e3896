/** Milliseconds before the given repetition (1, 2 …) of what ky does not repeat: full jitter over a doubling range. */
export function backoff(retry: number): number {
  return Math.random() * Math.min(10_000, 250 * 2 ** retry)
}

/** Resolves after some milliseconds, or rejects with the signal's reason. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout>
  const elapsed = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)))
  return orAbort(elapsed, signal).finally(() => clearTimeout(timer))
}

/** The promise's outcome, or the signal's reason if that comes first. */
export function orAbort<T>(promise: T | Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    Promise.resolve(promise)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort))
  })
}
