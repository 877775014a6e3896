import type { Condition, Money, Reason } from '@prmkit/contract'
import type { Page, Paging } from './types.ts'

/** Points that were given or taken once. */
export interface PointRecord {
  id: string
  /** Names the deed, which counts once: a rule and a record, or the vendor's own key. */
  key: string
  partnerId: string
  userId?: string
  rule: string
  action: string
  points: number
  at: string
  createdAt: string
  /** The rule in words as it was then, by language. */
  texts: Record<string, string>
  /** Words of the vendor: a note, or the reason of a reversal. */
  note?: string
  reason?: Reason
  source?: { resource: string; id: string; name?: string }
  validUntil?: string
  capped?: true
  /** The points that were asked for, where a bound of the rule lowered them. */
  asked?: number
  reversalOf?: string
  reversedBy?: string
  externalIds?: Record<string, string>
  /** The money of the deed, which tiers may add up. */
  amount?: Money
}

/** A bound of a rule: no more points in a period for one person, or for a company without one. */
export interface PointCap {
  points: number
  per: 'month' | 'quarter' | 'year' | 'all'
}

/** A rule of the vendor: which deed makes how many points. */
export interface StoredRule {
  id: string
  /** The type of a record's event; without it the rule is for the vendor's own events. */
  event?: string
  /** Conditions on the record, all of which must hold. */
  when: Condition[]
  /** A number, points for each so many units of an amount, or open to whoever brings the event. */
  points:
    number | 'given' | { of: string[]; per: Record<string, number>; points: number; most?: number }
  /** Pointers of the money that tiers add up, where points are a number. */
  amount: string[]
  validDays?: number
  cap?: PointCap
  /** Types of events of the same record that take the points back. */
  takenBackBy: string[]
  texts: Record<string, string>
  /** Deeds before this instant make no points. */
  from?: string
  /** Deeds after this instant make no points; those that were given stay. */
  to?: string
  /** The rule gives no more, and its points are taken back for this reason. */
  takeBack?: string
  /** The instant since which the rule is as it is. */
  since: string
  /** Deeds from before the rule came in are still to be rewarded. */
  pending?: true
}

/** The vendor's rules. */
export interface PointRules {
  rules: StoredRule[]
  /** Points may be brought so many days after their deed. */
  lateDays: number
}

/** The points that are asked for; fields must all hold. */
export interface PointFilter {
  partnerIds?: readonly string[]
  /** A person; `null` for points without one. */
  userId?: string | null
  rules?: readonly string[]
  /** Only points that are neither reversals nor reversed. */
  open?: true
  /** The first and the last instant of the deeds. */
  from?: string
  until?: string
  /** Only points that are valid at this instant. */
  validAt?: string
  /** Only points that the scores of all time count: of those whose validity is over they hear a moment later. */
  counted?: true
}

/** Sums over points. */
export interface PointSums {
  points: number
  /** Deeds whose points were not taken back. */
  count: number
  /** Money of deeds whose points were not taken back, in whole units, by currency. */
  amounts: Record<string, number>
}

/** A vendor without rules of their own. */
export const noPointRules: PointRules = { rules: [], lateDays: 31 }

export interface Points {
  /** Keeps points whose key is new; answers those. */
  insert(points: readonly PointRecord[]): Promise<PointRecord[]>
  byKeys(keys: readonly string[]): Promise<Map<string, PointRecord>>
  /** Finds points, and nobody else changes them until this transaction ends. */
  lock(id: string): Promise<PointRecord | undefined>
  get(id: string): Promise<PointRecord | undefined>
  update(point: PointRecord): Promise<void>
  /** The latest first. */
  list(filter: PointFilter, paging: Paging): Promise<Page<PointRecord>>
  sums(filter: PointFilter): Promise<PointSums>
  /** Makes every other transaction that names one of these wait for this one's end. */
  lockNames(names: readonly string[]): Promise<void>
  /** Marks points whose validity is over, at most so many, and answers them. */
  expire(now: string, limit: number): Promise<PointRecord[]>
  /** Takes a person out of all points; their sums stay under another id. */
  rename(userId: string, pseudonym: string): Promise<void>
}
