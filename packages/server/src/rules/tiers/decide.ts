import type { TierProgramme, TierStandingRecord } from '../../store/tiers.ts'
import { graceAfter, reviewAfter } from './windows.ts'

/** The facts by which a partner's tier is decided. */
export interface Evidence {
  now: string
  zone: string
  /** The highest tier whose requirements are met now; -1 for none. */
  reached: number
  /** The highest tier that was met in the windows that a review closed, up to an instant. */
  reachedAt(review: string, until: string): Promise<number>
}

/** `programme-changed`: the vendor's programme has the tier no more. */
export type TierReason = 'requirements-met' | 'requirements-missed' | 'programme-changed'

/**
 * The standing of a partner after a look at it, and the reason where its tier changes. A tier that the
 * programme has no more gives way at once to the highest that is reached, or to the lowest one; and
 * where the vendor looks more often than before, the next review comes sooner, unless the tier is held
 * by hand until then.
 */
export async function decide(
  before: TierStandingRecord,
  programme: TierProgramme,
  { now, zone, reached, reachedAt }: Evidence,
): Promise<{ standing: TierStandingRecord; reason?: TierReason }> {
  const next = reviewAfter(now, programme, zone)
  const standing =
    before.byHand !== true && before.reviewAt > next ? { ...before, reviewAt: next } : before
  const place = programme.tiers.findIndex(({ id }) => id === standing.tier)
  if (standing.tier !== undefined && place < 0) {
    const other = moved(standing, programme, Math.max(0, reached), now, zone)
    return { standing: other, reason: 'programme-changed' }
  }
  const isHeld = standing.byHand === true && now <= standing.reviewAt
  if (!isHeld && reached > place)
    return { standing: moved(standing, programme, reached, now, zone), reason: 'requirements-met' }
  if (standing.graceUntil !== undefined && standing.missedAt !== undefined)
    return decideGrace(standing, programme, place, { now, zone, reached, reachedAt })
  if (now <= standing.reviewAt) return { standing }
  const review = standing.reviewAt
  const { byHand: _, ...rest } = standing
  const reviewed = { ...rest, reviewAt: next }
  // Nobody falls below the lowest tier, and a tier that the programme does not know has no requirements.
  if (place <= 0 || (await reachedAt(review, review)) >= place) return { standing: reviewed }
  const graceUntil = graceAfter(review, programme, zone)
  return decideGrace({ ...reviewed, missedAt: review, graceUntil }, programme, place, {
    ...{ now, zone, reached, reachedAt },
  })
}

/** Grace prolongs the windows that were missed: whoever meets the requirements in it keeps the tier. */
async function decideGrace(
  standing: TierStandingRecord,
  programme: TierProgramme,
  place: number,
  { now, zone, reachedAt }: Evidence,
): Promise<{ standing: TierStandingRecord; reason?: TierReason }> {
  const { missedAt = now, graceUntil = now, ...rest } = standing
  const isOver = now > graceUntil
  const got = await reachedAt(missedAt, isOver ? graceUntil : now)
  if (got >= place) return { standing: rest }
  if (!isOver) return { standing }
  return {
    standing: moved(rest, programme, Math.max(0, got), now, zone),
    reason: 'requirements-missed',
  }
}

/** The standing with another tier. */
export function moved(
  { partnerId, revision }: TierStandingRecord,
  programme: TierProgramme,
  place: number,
  now: string,
  zone: string,
): TierStandingRecord {
  const tier = programme.tiers[place]?.id
  return {
    ...{ partnerId, revision: revision + 1, since: now },
    reviewAt: reviewAfter(now, programme, zone),
    ...(tier !== undefined && { tier }),
  }
}
