import { createRateLimiter } from '../http/rate-limit.ts'
import type { Services } from '../services.ts'
import { namedUser, type Create } from './sessions.ts'

/**
 * Bounds the sessions that are begun for one user in a minute. The vendor's backend asks for all of
 * them with one key: were they counted together, one browser in a loop would stop everybody's sign-in.
 */
export function createSessionLimit(services: Services): (body: unknown) => Promise<void> {
  const { sessionsPerMinute } = services.limits
  const limiter = createRateLimiter(services, 'sessions', sessionsPerMinute, 60)
  return async (body) => {
    const user = await namedUser(services.store.read, body as Create['body'])
    if (user) await limiter.take(user.id)
  }
}
