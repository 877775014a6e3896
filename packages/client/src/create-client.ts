import { buildClient, type Client } from './client.ts'
import type { ClientOptions } from './options.ts'

/** Makes a client; nothing is sent before its first call. */
export function createClient(options: ClientOptions): Client {
  return buildClient(options, {
    background: () => import('./background.ts'),
    drift: () => import('./drift.ts'),
  })
}
