import type { Clock } from '../../resource.ts'
import { indexAssets, tellOf } from './keep.ts'
import { assetResource } from './resource.ts'

/** Ends assets whose time is over, at most so many; answers how many. */
export async function expireAssets(
  { tables, now, requestId }: Clock,
  limit: number,
): Promise<number> {
  const due = await tables.assets.due(now, limit)
  for (const { dueAt: _, ...stored } of due) {
    const isOver = stored.status === 'published'
    const record = {
      ...stored,
      ...(isOver && { status: 'expired' as const, updatedAt: now, revision: stored.revision + 1 }),
    }
    await tables.assets.put([record])
    if (!isOver) continue
    await indexAssets(tables, [record])
    await tellOf({ tables, now, requestId }, record, assetResource.events.expired)
  }
  return due.length
}
