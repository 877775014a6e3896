import { newId } from '../../ids.ts'
import type { Written } from '../../rules/articles/write.ts'
import type { ArticleRecord } from '../../store/articles.ts'
import type { Tables } from '../../store/store.ts'
import { indexContent, tellOf as tell, type Writer } from '../content/library.ts'
import { articleLibrary } from './library.ts'
import { articleResource } from './resource.ts'

/** The kind of the work that makes a text readable. */
export const renderKind = 'render-article'

/** Keeps written articles, and asks for their new texts to be rendered. */
export async function keepWritten(writer: Writer, written: readonly Written[]): Promise<void> {
  const { tables, now } = writer
  if (written.length === 0) return
  await tables.articles.put(written.map(({ record }) => record))
  const bodies = written.flatMap((one) => one.bodies)
  if (bodies.length > 0) await tables.articles.putBodies(bodies)
  for (const { record, removed } of written)
    if (removed.length > 0) await tables.articles.removeBodies(record.id, removed)
  const toRender = written.filter((one) => one.bodies.length > 0)
  await tables.work.add(
    toRender.map(({ record }) => ({
      ...{ id: newId('job'), kind: renderKind },
      ...{ resource: articleResource.name, resourceId: record.id },
    })),
    now,
  )
  // The search learns of it at once, since other readers may find the text that is still shown now, or none.
  await indexArticles(
    tables,
    written.map(({ record }) => record),
  )
}

/** Lets the search find articles as they are now. */
export function indexArticles(tables: Tables, records: readonly ArticleRecord[]): Promise<void> {
  return indexContent(articleLibrary, tables, records)
}

/** Tells readers of a change, as far as they may know of the article. */
export function tellOf(
  writer: Writer,
  record: ArticleRecord,
  type: string,
  before: ArticleRecord = record,
): Promise<void> {
  return tell(articleLibrary, writer, record, type, before)
}
