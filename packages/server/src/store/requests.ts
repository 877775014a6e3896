import type { StoredAnswer } from './records.ts'

/** The state of a key that a write finds. */
export type Claim =
  | { state: 'mine'; claimId: string }
  | { state: 'running' }
  | { state: 'other-request' }
  | { state: 'done'; answer: StoredAnswer }

/** The terms on which a process takes a key. */
export interface Lease {
  /** The process that does the work; its heartbeat tells others that it still lives. */
  processId: string
  /** The end of the lease, however alive the process is. */
  until: string
  /** A process that has taken its key and given its last sign of life before this instant is dead. */
  aliveSince: string
}

export interface Idempotency {
  /**
   * Takes a key for a request, or tells who has it. A claim is taken over once its lease has ended or
   * its process is dead.
   */
  claim(key: string, fingerprint: string, now: string, lease: Lease): Promise<Claim>
  /** Writes down that a process lives at `now`. */
  beat(processId: string, now: string): Promise<void>
  /** Keeps the answer within the effect's own transaction; false when the claim was lost. */
  finish(key: string, claimId: string, answer: StoredAnswer): Promise<boolean>
  /** Gives a key back after a request that had no effect. */
  release(key: string, claimId: string): Promise<void>
  /** Forgets claims and heartbeats from before `before`. */
  prune(before: string): Promise<void>
}

/** How many uses a window has had, and when it ends. */
export interface Window {
  used: number
  resetAt: string
}

export interface RateLimits {
  /** Counts one use in a window of `seconds`. */
  hit(bucket: string, seconds: number, now: string): Promise<Window>
  /** Counts one use if any of these items is new in the window. */
  hitNew(bucket: string, items: readonly string[], seconds: number, now: string): Promise<Window>
  prune(before: string): Promise<void>
}
