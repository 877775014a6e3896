import { routeList } from '@prmkit/contract/route-list'
import ky from 'ky'
import { throughAll } from './middleware.ts'
import { addressOf, headersOf, operationOf } from './operation.ts'
import type { Backend } from './transport.ts'

const remove = operationOf('sessions', 'remove', routeList.sessions.remove)

/** Milliseconds that a user who leaves is kept waiting for the backend. */
const patience = 5_000

/** Ends a session here at once, then at the backend; one that cannot be reached lets it expire. */
export async function logOut(backend: Backend): Promise<void> {
  const { session, base, middleware } = backend
  const { id, held } = session
  session.end()
  if (id === undefined || held === undefined) return
  const headers = headersOf(remove, {})
  headers.set('authorization', `Bearer ${held}`)
  const fetch = throughAll(middleware, remove.name, backend.fetch)
  await ky(addressOf(base, remove, { params: { id } }), {
    method: remove.method,
    headers,
    credentials: 'omit',
    // The page may be on its way out.
    keepalive: true,
    fetch: (request) => fetch(request as Request),
    timeout: patience,
    retry: 0,
  }).catch(() => {})
}
