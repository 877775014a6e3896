/**
 * Fetches code a while after a widget is there: the connection may be gone when it is needed, and
 * Firefox asks only once for a module that failed.
 */
export function preload(fetch: () => Promise<unknown>, signal?: AbortSignal): void {
  const timer = setTimeout(() => fetch().catch(() => {}), 3000)
  signal?.addEventListener('abort', () => clearTimeout(timer))
}
