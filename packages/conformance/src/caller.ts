import type { Client } from '@prmkit/client'
import type { Me } from '@prmkit/contract'

/** One user of the backend: a client that breaks at any drift, and the bare token. */
export interface Caller {
  client: Client
  me: Me
  sessionId: string
  /** Sends a request as it is, below the version prefix, with the caller's token. */
  send(method: string, path: string, init?: RawInit): Promise<Response>
}

export interface RawInit {
  headers?: Record<string, string>
  /** Sent as JSON, or as it is when it is a string. */
  body?: unknown
  /** Takes a refusal for asking too often as the answer, instead of waiting. */
  haste?: boolean
}
