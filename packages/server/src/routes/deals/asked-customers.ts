import { sha256 } from '../../auth/hash.ts'
import { ProblemError } from '../../problem.ts'
import { callerName, type SessionCaller } from '../../rules/shared/callers.ts'
import type { Services } from '../../services.ts'
import type { Tables } from '../../store/store.ts'

const policy = 'customers'
const hour = 3600

/** The parts of a call that asking for a customer needs. */
export interface Asking {
  caller: SessionCaller
  tables: Tables
  services: Pick<Services, 'limits'>
  now: string
}

/**
 * Counts the different customers that a user asks for in an hour, by a check or by sending a
 * registration in, and refuses one too many. Asking for the same customer again is free, with or without its
 * country. The count stands in the transaction of the question, so a refused or repeated one adds none.
 */
export async function countCustomer(
  { caller, tables, services, now }: Asking,
  customerKeys: readonly string[],
): Promise<void> {
  const limit = services.limits.customersPerHour
  const bucket = `${policy}:${callerName(caller)}`
  const asked = await Promise.all(
    customerKeys.map(async (key) => (await sha256(key.replace(/\|.*$/, ''))).slice(0, 32)),
  )
  const { used, resetAt } = await tables.rateLimits.hitNew(bucket, asked, hour, now)
  if (used <= limit) return
  const wait = Math.max(1, Math.ceil((Date.parse(resetAt) - Date.parse(now)) / 1000))
  throw new ProblemError(
    'rate-limited',
    `Wait ${wait} s; one user may ask for ${limit} different customers in an hour, by checks and registrations.`,
    {
      headers: {
        'retry-after': String(wait),
        'ratelimit-policy': `"${policy}";q=${limit};w=${hour}`,
        ratelimit: `"${policy}";r=0;t=${wait}`,
      },
    },
  )
}
