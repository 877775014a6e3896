import type { Reason } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import type { PointRecord } from '../../store/points.ts'

/**
 * The event that takes points back. It has the instant and the validity of the first, so that every
 * period in which that counted is right again; it is written down now.
 */
export function reversalOf(point: PointRecord, reason: Reason, now: string): PointRecord {
  const { reversedBy: _, capped: _capped, externalIds: _ids, amount: _amount, ...same } = point
  return {
    ...same,
    ...{ id: newId('point'), key: `reversal ${point.id}`, points: -point.points, createdAt: now },
    ...{ reversalOf: point.id, reason },
  }
}
