import { sha256 } from '../auth/hash.ts'
import { ProblemError } from '../problem.ts'
import type { Services } from '../services.ts'
import type { StoredAnswer } from '../store/records.ts'
import type { Tables } from '../store/store.ts'

/** The key under which a write is kept: the key of the request with its user and operation. */
export async function keyOf(header: string | null, user: string, operation: string) {
  if (header === null || header === '')
    throw new ProblemError(
      'idempotency-key-missing',
      'Send Idempotency-Key with a value that names this write, for example a UUID.',
    )
  // The draft standard writes the value as a quoted string; most clients leave the quotes out.
  const key = header.replace(/^"(.*)"$/, '$1')
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new ProblemError(
      'idempotency-key-invalid',
      'Idempotency-Key has 1 to 255 visible ASCII characters.',
    )
  return sha256(`${user}\n${operation}\n${key}`)
}

/**
 * Does a write once. `effect` runs in the transaction that keeps its answer, so an answer is
 * kept exactly when the effect is; a refusal keeps no answer and gives the key back.
 */
export async function once(
  services: Services,
  key: string,
  fingerprint: string,
  effect: (tables: Tables) => Promise<StoredAnswer>,
): Promise<{ answer: StoredAnswer; replayed: boolean }> {
  const { store, heartbeat } = services
  const claim = await store.write((tables) =>
    tables.idempotency.claim(key, fingerprint, services.now(), heartbeat.lease()),
  )
  if (claim.state === 'done') return { answer: claim.answer, replayed: true }
  if (claim.state === 'other-request')
    throw new ProblemError(
      'idempotency-key-reused',
      'This Idempotency-Key was used for a request with other content; take a new one.',
    )
  if (claim.state === 'running') throw stillRunning()
  try {
    const writing = store.write(async (tables) => {
      const made = await effect(tables)
      if (!(await tables.idempotency.finish(key, claim.claimId, made))) throw stillRunning()
      return made
    })
    const answer = await heartbeat.during(writing)
    return { answer, replayed: false }
  } catch (error) {
    await release(services, key, claim.claimId)
    throw error
  }
}

/** A key that cannot be given back is free when its lease ends, or its process is dead. */
async function release({ store, log }: Services, key: string, claimId: string): Promise<void> {
  try {
    await store.write((tables) => tables.idempotency.release(key, claimId))
  } catch (error) {
    log.warn({ error: String(error) }, 'an idempotency key was not given back')
  }
}

function stillRunning(): ProblemError {
  return new ProblemError(
    'idempotency-in-progress',
    'A request with this Idempotency-Key is still running; repeat it in a moment.',
    { headers: { 'retry-after': '1' } },
  )
}
