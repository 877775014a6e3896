import type { FieldError, Routes } from '@prmkit/contract'
import { articleTransitionsFrom } from '@prmkit/contract/rules'
import type { Call } from '../../http/call.ts'
import { requireRevision } from '../../http/headers.ts'
import { newId } from '../../ids.ts'
import { fieldProblem, notFound, ProblemError } from '../../problem.ts'
import { changedArticle, fault, newArticle, type Written } from '../../rules/articles/write.ts'
import type { ArticleRecord } from '../../store/articles.ts'
import type { Tables } from '../../store/store.ts'
import { offeredLanguages } from '../shared/programme.ts'
import { answerArticle, type Reading } from './context.ts'
import { indexArticles, keepWritten, tellOf } from './keep.ts'
import { articleResource } from './resource.ts'

type Articles = Routes['articles']

/** The facts that writing articles needs. */
export async function writingFor({ services, tables, now }: Reading) {
  return { now, offered: offeredLanguages(await services.settings(tables)) }
}

/** Makes an article, which begins as a draft. */
export async function createArticle(call: Call<Articles['create']>) {
  const written = newArticle(newId('article'), call.body, await writingFor(call))
  await refuseFaults(call.tables, written)
  await keepWritten(call, [written])
  await tellOf(call, written.record, 'article.created')
  call.later.push(() => call.services.runner.wake())
  return answerArticle(call, written.record)
}

/** Changes an article. */
export async function updateArticle(call: Call<Articles['update']>) {
  const before = await locked(call)
  const bodies = await call.tables.articles.bodies([before.id])
  const written = changedArticle(before, bodies, call.body, await writingFor(call))
  await refuseFaults(call.tables, written)
  await keepWritten(call, [written])
  await tellOf(call, written.record, articleResource.events.updated, before)
  call.later.push(() => call.services.runner.wake())
  return answerArticle(call, written.record)
}

/** Does one action to an article, as far as the transition table allows it. */
export async function actOnArticle(call: Call<Articles['act']>) {
  const { body: action, now, tables } = call
  const before = await locked(call)
  const row = articleTransitionsFrom(before.status, 'vendor').find(
    (one) => one.action === action.action,
  )
  if (!row)
    throw new ProblemError(
      'state-conflict',
      `“${action.action}” is not possible while the article is ${before.status}.`,
    )
  const { statusReason: _, ...rest } = before
  const after: ArticleRecord = {
    ...rest,
    status: (row.to ?? before.status) as ArticleRecord['status'],
    ...{ updatedAt: now, revision: before.revision + 1 },
    ...('reason' in action && action.reason && { statusReason: action.reason }),
    ...(row.to === 'published' && { publishedAt: before.publishedAt ?? now }),
  }
  await tables.articles.put([after])
  await indexArticles(tables, [after])
  await tellOf(call, after, row.event, before)
  return answerArticle(call, after)
}

async function locked(
  call: Call<Articles['update']> | Call<Articles['act']>,
): Promise<ArticleRecord> {
  const record = await call.tables.articles.lock(call.params.id)
  if (!record) throw notFound(articleResource.noun)
  requireRevision(call.revisions, record.revision)
  return record
}

async function refuseFaults(tables: Tables, written: Written): Promise<void> {
  const errors = [...written.errors, ...(await referenceErrors(tables, written.record))]
  if (errors.length > 0) throw fieldProblem(errors)
}

/** Sections and products that an article names and that are not there. */
export async function referenceErrors(
  tables: Tables,
  { sectionId, productIds }: Pick<ArticleRecord, 'sectionId' | 'productIds'>,
): Promise<FieldError[]> {
  const errors: FieldError[] = []
  if (sectionId !== undefined && !(await tables.sections.get(sectionId)))
    errors.push(fault('/sectionId', 'not-found', 'There is no section with this id.'))
  const known = productIds.length === 0 ? [] : await tables.products.many(productIds)
  for (const [place, id] of productIds.entries())
    if (!known.some((product) => product.id === id))
      errors.push(fault(`/productIds/${place}`, 'not-found', 'There is no product with this id.'))
  return errors
}
