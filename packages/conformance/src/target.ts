import type { SessionInput } from '@prmkit/contract'

/** How a backend names one of its users. */
export type Who = Pick<SessionInput, 'user' | 'partnerId'>

/** The longest times that the contract allows, in milliseconds. */
export interface Bounds {
  /** Until an ended session is over everywhere: 60,000. */
  sessionEnd: number
  /** Between two signs of life of a stream: 15,000 and 5,000 for the way. */
  heartbeat: number
  /** Until the stream of a token that is about to expire has ended: 60,000. */
  tokenEnd: number
}

/** A backend to check, and the people to check it with. */
export interface Target {
  /** Where the backend is, without the version prefix. */
  baseUrl: string
  /** A secret key with which sessions are made. */
  apiKey: string
  /** Calls the backend; the platform's `fetch` unless given. */
  fetch?: typeof fetch
  /** Milliseconds within which an answer must begin, 30,000 unless given. */
  patience?: number
  /** Milliseconds for which one check may run, 180,000 unless given; waits that the backend asks for do not count. */
  checkTime?: number
  /** Waits that many milliseconds; for a backend with a clock of its own. */
  sleep?: (milliseconds: number) => Promise<unknown>
  /** Shorter times than the contract allows, for a backend that keeps them. */
  bounds?: Partial<Bounds>
  /** An administrator of one partner. */
  seller: Who
  /** A user of another partner, who must see nothing of the first. */
  stranger: Who
  /** Another user of the seller's partner. */
  colleague?: Who
  /** A seller of the seller's partner who sees only what is theirs. */
  restricted?: Who
  /** A manager of the vendor, who may decide on registrations. */
  manager?: Who
  /** A user whose requests of a minute may be used up. */
  limited?: Who
  /** A token that expires within a minute. */
  briefToken?: string
}
