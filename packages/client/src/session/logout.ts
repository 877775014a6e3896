import { addressOf, headersOf, operations } from '../operation.ts'
import { send, type Backend } from '../transport.ts'

const remove = operations.get('sessions.remove')!

/**
 * Ends a session when another page of this browser logs out from the same backend; answers the function
 * that tells the others. On a server, where one process serves many users, it does neither.
 */
export function shareLogout({ base, session }: Backend): () => void {
  const { signal } = session
  const channel = globalThis.document && openChannel(`prmkit ${base}`)
  // In a simulated page, listening must not keep the Node process alive.
  ;(channel as { unref?: () => void } | undefined)?.unref?.()
  channel?.addEventListener('message', ({ data }) => data === 'logout' && session.end())
  signal.addEventListener('abort', () => channel?.close())
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  return () => signal.aborted || channel?.postMessage('logout')
}

/** Milliseconds that a user who leaves is kept waiting for the backend. */
const patience = 5_000

/** Ends a session here at once, then at the backend; one that cannot be reached lets it expire. */
export async function logOut(backend: Backend): Promise<void> {
  const { id, held } = backend.session
  backend.session.end()
  if (id === undefined || held === undefined) return
  const headers = headersOf(remove, {})
  headers.set('authorization', `Bearer ${held}`)
  await send(backend, {
    // The session has ended, so the transport must not ask it for a token.
    operation: { ...remove, flags: new Set(['public']) },
    url: addressOf(backend.base, remove, { params: { id } }),
    headers,
    signal: AbortSignal.timeout(patience),
    // The page may be on its way out.
    keepalive: true,
    retries: 0,
    read: async () => {},
  }).catch(() => {})
}

/** A channel between the pages of a browser; sandboxed frames have none. */
export function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}
