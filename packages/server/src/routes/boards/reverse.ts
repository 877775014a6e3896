import type { Reason } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import type { PointRecord } from '../../store/points.ts'
import type { Tables } from '../../store/store.ts'
import { partnerNames } from './give.ts'

/**
 * The event that takes points back. It has the instant and the validity of the first, so that every
 * period in which that counted is right again; it is written down now.
 */
export function reversalOf(point: PointRecord, reason: Reason, now: string): PointRecord {
  const { reversedBy: _, capped: _capped, asked: _asked, ...kept } = point
  const { externalIds: _ids, amount: _amount, ...same } = kept
  return {
    ...same,
    ...{ id: newId('point'), key: `reversal ${point.id}`, points: -point.points, createdAt: now },
    ...{ reversalOf: point.id, reason },
  }
}

/** Marks points as taken back that were not yet; answers the reversals, which are still to be given. */
export async function reverseOpen(
  { points }: Tables,
  wanted: readonly { point: PointRecord; code: string; text?: string }[],
  now: string,
): Promise<PointRecord[]> {
  await points.lockNames(partnerNames(wanted.map(({ point }) => point.partnerId)))
  const reversals: PointRecord[] = []
  for (const { point: found, ...reason } of wanted) {
    const point = await points.lock(found.id)
    if (!point || point.reversedBy !== undefined) continue
    const reversal = reversalOf(point, reason, now)
    await points.update({ ...point, reversedBy: reversal.id })
    reversals.push(reversal)
  }
  return reversals
}
