import { randomId } from '../base/random-id.ts'

/** A request without a certain answer yet: every body that went out under one key. */
export interface Sending<Body> {
  readonly key: string
  /** When the key was first used. */
  readonly at: number
  readonly bodies: readonly Body[]
}

/** How something is sent exactly once. */
export interface SendOnce<Body, Answer> {
  readonly body: Body
  /** The request that is open from before. */
  readonly sending: Sending<Body> | undefined
  /** Sends a body under an idempotency key. */
  readonly post: (body: Body, key: string) => Promise<Answer>
  /** Keeps what is open, before anything is sent; throws when it must not be sent. */
  readonly keep: (sending: Sending<Body> | undefined) => Promise<void>
}

interface Answered {
  readonly code?: string
  readonly status?: number
}

const hour = 60 * 60 * 1000
/** A key counts as forgotten four hours before a backend may forget it, after 24. */
const keyLife = 20 * hour

/** Tells whether the backend may have forgotten the key of a request. */
export const isForgotten = ({ at }: Pick<Sending<unknown>, 'at'>): boolean =>
  Date.now() - at > keyLife

/** Refused in passing, while an earlier attempt under the same key may have arrived. */
const passing = new Set([401, 403, 408, 425, 429])

/** Tells whether the backend itself, and nothing before it, decided that nothing was made. */
export function isRefusal(error: unknown): boolean {
  return !isDoubtful(error) && !passing.has((error as Answered).status ?? 0)
}

/** Tells whether a failed attempt may have taken effect; a gateway's refusal is none of the backend. */
export function isDoubtful(error: unknown): boolean {
  const { code = '', status = 0 } = (error ?? {}) as Answered
  return status < 400 || status >= 500 || /^(http-|idempotency-in-progress$)/.test(code)
}

const isReused = (error: unknown) => (error as Answered)?.code === 'idempotency-key-reused'

/** Tells whether two requests are the same, as JSON. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Sends a body so that it takes effect once at most, over retries, reloads and changes of the body.
 * Until an answer is certain every body goes out under one key: a backend takes the first to arrive
 * and refuses the others, and the refusal leads back to the one that it took. `body` of the result is
 * the one that took effect.
 */
export async function sendOnce<Body, Answer>({
  body,
  sending,
  post,
  keep,
}: SendOnce<Body, Answer>): Promise<{ answer: Answer; body: Body }> {
  const earlier = sending?.bodies.filter((one) => !same(one, body)) ?? []
  const key = sending?.key ?? randomId()
  await keep({ key, at: sending?.at ?? Date.now(), bodies: [...earlier, body] })
  try {
    return { answer: await post(body, key), body }
  } catch (error) {
    if (isRefusal(error) && !earlier.length) await keep(undefined)
    if (!isReused(error) || !earlier.length) throw error
  }
  for (const one of earlier.toReversed()) {
    try {
      return { answer: await post(one, key), body: one }
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  // The key went to a body that was refused, so nothing was made.
  return sendOnce({ body, sending: undefined, post, keep })
}
