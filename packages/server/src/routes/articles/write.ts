import type { FieldError, Routes } from '@prmkit/contract'
import { articleTransitionsFrom } from '@prmkit/contract/rules'
import type { Call } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { fieldProblem } from '../../problem.ts'
import { changedArticle, newArticle, type Written } from '../../rules/articles/write.ts'
import type { Tables } from '../../store/store.ts'
import { afterAction, lockedForWriting, referenceErrors } from '../content/act.ts'
import { writingFor } from '../content/reader.ts'
import { answerArticle } from './context.ts'
import { indexArticles, keepWritten, tellOf } from './keep.ts'
import { articleResource, sectionResource } from './resource.ts'

type Articles = Routes['articles']

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
  const before = await lockedForWriting(articleResource, call)
  const bodies = await call.tables.articles.bodies([before.id])
  const written = changedArticle(before, bodies, call.body, await writingFor(call))
  await refuseFaults(call.tables, written)
  await keepWritten(call, [written])
  await tellOf(call, written.record, articleResource.events.updated, before)
  call.later.push(() => call.services.runner.wake())
  return answerArticle(call, written.record)
}

/** Applies an action to an article, where the transition table allows it. */
export async function actOnArticle(call: Call<Articles['act']>) {
  const { body: action, now, tables } = call
  const before = await lockedForWriting(articleResource, call)
  const open = articleTransitionsFrom(before.status, 'vendor')
  const { after, event } = afterAction(before, action, open, articleResource.noun, now)
  await tables.articles.put([after])
  await indexArticles(tables, [after])
  await tellOf(call, after, event, before)
  return answerArticle(call, after)
}

async function refuseFaults(tables: Tables, written: Written): Promise<void> {
  const errors = await faultsOf(tables, written)
  if (errors.length > 0) throw fieldProblem(errors)
}

/** Every fault of a written article: its own, and references to records that are not there. */
export async function faultsOf(tables: Tables, { errors, record }: Written): Promise<FieldError[]> {
  const section = { pointer: '/sectionId', noun: sectionResource.noun }
  return [...errors, ...(await referenceErrors(tables, tables.sections, record, section))]
}
