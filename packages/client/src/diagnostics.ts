/** An answer differs from the contract; it was delivered as it is. */
export interface ContractDrift {
  readonly type: 'contract-drift'
  /** For example `deals.list`. */
  readonly operation: string
  /** JSON pointer (RFC 6901) into the answer. */
  readonly pointer: string
  /** `unknown-value` where a later contract added a value; else what the schema complains of. */
  readonly code: string
  readonly message: string
  readonly requestId?: string | undefined
}

/** An attempt failed and the call goes on. */
export interface Retry {
  readonly type: 'retry'
  readonly operation: string
  /** 1 for the first repetition. */
  readonly retry: number
  /** Milliseconds until then. */
  readonly delay: number
  /** The error's code. */
  readonly code: string
  readonly requestId?: string | undefined
}

/** The event stream changed its state; while it is `polling`, listeners get `resync` from time to time. */
export interface StreamState {
  readonly type: 'stream'
  readonly state: 'open' | 'closed' | 'polling'
  readonly code?: string | undefined
}

/** A listener of the page threw. */
export interface HostError {
  readonly type: 'host-error'
  readonly error: unknown
}

/** News of a client for the developer of the page. It never holds a token. */
export type Diagnostic = ContractDrift | Retry | StreamState | HostError
