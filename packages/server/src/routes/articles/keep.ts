import { newId } from '../../ids.ts'
import { articleDocuments, articleTexts } from '../../rules/articles/documents.ts'
import { isKnown } from '../../rules/articles/owned.ts'
import type { Written } from '../../rules/articles/write.ts'
import type { Caller } from '../../rules/shared/callers.ts'
import type { ArticleRecord } from '../../store/articles.ts'
import type { Tables } from '../../store/store.ts'
import { announce } from '../shared/journal.ts'
import { sectionTree } from './tree.ts'
import { articleResource } from './resource.ts'

/** The kind of the work that makes a text readable. */
export const renderKind = 'render-article'

/** The doer of a change of content: somebody at the vendor, its backend, or the import. */
export interface Writer {
  tables: Tables
  now: string
  requestId: string
  caller?: Caller
}

/** Keeps written articles, and asks for what is new in them to be rendered. */
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
  await indexArticles(
    tables,
    written.filter((one) => one.bodies.length === 0).map(({ record }) => record),
  )
}

/** Lets the search find articles as they are now. */
export async function indexArticles(
  tables: Tables,
  records: readonly ArticleRecord[],
): Promise<void> {
  if (records.length === 0) return
  const sections = await sectionTree(tables)
  const bodies = await tables.articles.bodies(records.map(({ id }) => id))
  const documents = records.map((record) =>
    articleDocuments(
      record,
      bodies.filter(({ articleId }) => articleId === record.id),
      sections,
    ),
  )
  const gone = records.filter((_, index) => documents[index]!.length === 0).map(({ id }) => id)
  if (gone.length > 0) await tables.texts.remove(articleTexts, gone)
  const found = documents.flat()
  if (found.length > 0) await tables.texts.put(found)
}

/** Tells readers of a change, as far as they may know of the article. */
export async function tellOf(
  { tables, now, caller, requestId }: Writer,
  record: ArticleRecord,
  type: string,
  before: ArticleRecord = record,
): Promise<void> {
  if (isKnown(record) || isKnown(before))
    await announce(articleResource, tables, record, type, now, before)
  await tables.audit.append({
    ...{ at: now, action: type, resource: articleResource.name, resourceId: record.id, requestId },
    ...(caller?.kind === 'session' && { userId: caller.user.id, sessionId: caller.session.id }),
  })
}
