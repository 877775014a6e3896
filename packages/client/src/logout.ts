import { routeList } from '@prmkit/contract/route-list'
import type { Backend } from './call.ts'
import { sendThrough } from './middleware.ts'
import { addressOf, headersOf, operationOf } from './operation.ts'

const remove = operationOf('sessions', 'remove', routeList.sessions.remove)

/** Milliseconds that somebody who leaves is kept waiting for the backend. */
const patience = 5_000

/** Ends a session here at once, then at the backend; one that cannot be reached lets it expire. */
export async function logOut(backend: Backend): Promise<void> {
  const { session, base, middleware, fetch } = backend
  const { id, held } = session
  session.end()
  if (id === undefined || held === undefined) return
  const headers = headersOf(remove, {})
  headers.set('authorization', `Bearer ${held}`)
  const request = new Request(addressOf(base, remove, { params: { id } }), {
    method: 'DELETE',
    headers,
    credentials: 'omit',
    // The page may be on its way out.
    keepalive: true,
    signal: AbortSignal.timeout(patience),
  })
  await sendThrough(middleware, remove.name, request, fetch).catch(() => {})
}
