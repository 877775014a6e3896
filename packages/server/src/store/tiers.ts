import type { Person, Reason, TierMetric } from '@prmkit/contract'
import type { PartnerRecord } from './records.ts'
import type { Page, Paging } from './types.ts'

/** The stretch of time over which a requirement adds up. */
export type TierWindow = 'month' | 'quarter' | 'year' | 'twelve_months' | 'all'

/** A requirement of a tier. */
export interface StoredRequirement {
  id: string
  texts: Record<string, string>
  metric: TierMetric
  /** The rules whose points or deeds count; all without them. */
  rules?: string[]
  /** The keys of the certifications that people of the partner must hold; any without them. */
  certifications?: string[]
  currency?: string
  minimum: number
  window: TierWindow
}

/** A tier of the programme. */
export interface StoredTier {
  id: string
  names: Record<string, string>
  requirements: StoredRequirement[]
  benefits: Record<string, string>[]
}

/** The tiers of the programme, the lowest first. */
export interface TierProgramme {
  tiers: StoredTier[]
  graceDays: number
  /** Tiers are looked at when such a period ends. */
  review: 'quarter' | 'year'
}

/** A vendor without tiers of their own. */
export const noTiers: TierProgramme = { tiers: [], graceDays: 60, review: 'year' }

/** A partner's tier, and when it is looked at. */
export interface TierStandingRecord {
  partnerId: string
  revision: number
  tier?: string
  since: string
  reviewAt: string
  /** The review at which the requirements were missed, and the end of the grace. */
  missedAt?: string
  graceUntil?: string
  byHand?: true
  /** The instant at which an event told of it last. */
  toldAt?: string
}

/** A change of a partner's tier. */
export interface TierChangeRecord {
  id: string
  partnerId: string
  at: string
  from?: string
  to: string
  actor: Person
  reason: Reason
}

/** The facts by which a partner is put into a field of a board, as they were until an instant. */
export interface PastFacts {
  partnerId: string
  until: string
  /** Absent where the partner always was of the kind that it is. */
  kind?: PartnerRecord['kind']
  tier?: string
  region?: string
  distributorId?: string
}

export interface Tiers {
  standing(partnerId: string): Promise<TierStandingRecord | undefined>
  /** Finds a standing, and nobody else changes it until this transaction ends. */
  lock(partnerId: string): Promise<TierStandingRecord | undefined>
  put(standing: TierStandingRecord): Promise<void>
  /** Keeps first standings; a partner that has one already keeps that. */
  place(standings: readonly TierStandingRecord[]): Promise<void>
  /** Active partners without a standing. */
  unplaced(limit: number): Promise<string[]>
  /** Active partners whose review or grace is over, the longest first. */
  due(now: string, limit: number): Promise<string[]>
  addChange(change: TierChangeRecord): Promise<void>
  /** The latest first. */
  changes(
    filter: { partnerIds?: readonly string[] },
    paging: Paging,
  ): Promise<Page<TierChangeRecord>>
  /** Keeps facts that no longer hold; the first of an instant, for what came between held for no time. */
  addPast(facts: PastFacts): Promise<void>
  /** Former facts of partners, the oldest first. */
  past(partnerIds: readonly string[]): Promise<PastFacts[]>
}
