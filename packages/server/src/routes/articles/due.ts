import type { Clock } from '../../resource.ts'
import { indexArticles, tellOf } from './keep.ts'
import { articleResource } from './resource.ts'

/** Tells of articles that are no longer valid, at most so many; answers how many. */
export async function tellOverdue(
  { tables, now, requestId }: Clock,
  limit: number,
): Promise<number> {
  const due = await tables.articles.due(now, limit)
  for (const { dueAt: _, ...stored } of due) {
    const record = { ...stored, revision: stored.revision + 1 }
    await tables.articles.put([record])
    await indexArticles(tables, [record])
    await tellOf({ tables, now, requestId }, record, articleResource.events.updated)
  }
  return due.length
}
