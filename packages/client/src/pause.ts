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

/** Signals that somebody waits for: Node may collect those of `AbortSignal.any` before. */
const held = new Set<AbortSignal[]>()

/** A signal that aborts with the first of two, and the function that lets go of them. */
export function firstOf(one: AbortSignal, other = one): [signal: AbortSignal, untie: () => void] {
  const signal = AbortSignal.any([one, other])
  const signals = [signal, one, other]
  const untie = () => void held.delete(signals)
  if (!signal.aborted) held.add(signals)
  signal.addEventListener('abort', untie)
  return [signal, untie]
}

/** Listens until the signal; not by the option `signal`, which zone.js and simulated pages ignore. */
export function listen(
  target: EventTarget | undefined,
  type: string,
  listener: () => void,
  signal: AbortSignal,
): void {
  target?.addEventListener(type, listener)
  signal.addEventListener('abort', () => target?.removeEventListener(type, listener))
}

/** Repeats some work after ever longer pauses, until it succeeds or the signal aborts. */
export async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let retry = 1; ; retry++)
    try {
      return await work()
    } catch {
      signal.throwIfAborted()
      await wait(5_000 * Math.min(retry, 12) + backoff(retry), signal)
    }
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
