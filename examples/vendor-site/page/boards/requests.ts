import type { PointInput, ReversalInput, TierInput } from '@prmkit/contract'

/** One entry of a list to choose from. */
export interface Choice {
  value: string
  label: string
}

const textOf = (answers: FormData, name: string) => String(answers.get(name) ?? '').trim()

/** The points that somebody gives; `key` stays the same while they try again, so they count once. */
export function pointsOf(answers: FormData, key: string): PointInput {
  const [rule, partnerId, userId, points, text] = [
    ...['rule', 'partnerId', 'userId', 'points', 'text'].map((name) => textOf(answers, name)),
  ] as [string, string, string, string, string]
  return {
    ...{ externalIds: { key }, rule, partnerId },
    ...(userId && { userId }),
    ...(points && { points: Number(points) }),
    ...(text && { text }),
  }
}

/** The reason of a reversal in somebody's words. */
export const reversalOf = (answers: FormData): ReversalInput => ({
  reason: { code: 'other', text: textOf(answers, 'text') },
})

/** A tier that is given by hand, with its reason. */
export const tierOf = (answers: FormData): TierInput => ({
  tier: textOf(answers, 'tier'),
  reason: { code: 'other', text: textOf(answers, 'text') },
})

/** A change of ranks with its sign; nothing for somebody who is new. */
export const changeText = (change: number | undefined): string =>
  change === undefined ? '' : change === 0 ? '=' : change > 0 ? `+${change}` : `−${-change}`
