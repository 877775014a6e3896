import type { Routes } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { ProblemError } from '../../problem.ts'
import { shownLanguage } from '../../rules/content/languages.ts'
import type { ArticleMarks } from '../../store/articles.ts'
import { announce } from '../shared/journal.ts'
import { languagesFor } from '../content/reader.ts'
import { answerArticle, visibleArticle } from './context.ts'
import { articleResource, articleTaskResource } from './resource.ts'

type Articles = Routes['articles']
type Marking = Call<Articles['save'] | Articles['unsave'] | Articles['rate'] | Articles['view']>

async function change(call: Marking, changed: (marks: ArticleMarks) => ArticleMarks) {
  const { tables, caller, params } = call
  const record = await visibleArticle(call, params.id)
  // The lock makes two marks of one person follow each other, so that neither overwrites the other.
  await tables.articles.lock(record.id)
  const marks = (await tables.articles.marks(caller.user.id, [record.id])).get(record.id) ?? {}
  await tables.articles.mark(caller.user.id, record.id, changed(marks))
  return record
}

/** Keeps an article among the caller’s saved ones. */
export async function saveArticle(call: Call<Articles['save']>) {
  const { now } = call
  const record = await change(call, (marks) => ({ ...marks, savedAt: marks.savedAt ?? now }))
  return answerArticle(call, record)
}

/** Takes an article out of the caller’s saved ones. */
export async function unsaveArticle(call: Call<Articles['unsave']>) {
  return answerArticle(call, await change(call, ({ savedAt: _, ...marks }) => marks))
}

/** Marks an article as opened, and counts the search that led there. */
export async function viewArticle(call: Call<Articles['view']>): Promise<void> {
  const { body, services, tables } = call
  const { version } = await visibleArticle(call, call.params.id)
  const record = await change(call, (marks) => ({ ...marks, seenVersion: version }))
  await tables.articles.view(record.id)
  const { search } = body
  if (search === undefined) return
  const [language = ''] = await languagesFor(call)
  const userId = call.caller.user.id
  call.later.push(() =>
    services.searchLog.click({ userId, resource: articleResource.name, language, text: search }),
  )
}

/** Takes a vote; an unhelpful one makes a task for the vendor, a helpful one ends it. */
export async function rateArticle(call: Call<Articles['rate']>) {
  const { tables, caller, body, now } = call
  const { helpful, reason, comment } = body
  const known = await visibleArticle(call, call.params.id)
  if (known.status !== 'published')
    throw new ProblemError('state-conflict', 'Nobody votes on an article that is not published.')
  const version = Math.min(body.version ?? known.version, known.version)
  const rating = { version, helpful, ...(!helpful && reason && { reason }) }
  const record = await change(call, (marks) => ({ ...marks, rating }))
  const [pending, ...more] = await tables.articleTasks.pending(caller.user.id, record.id)
  if (helpful) {
    const statusReason = { code: 'vote_changed' }
    const ended = [pending, ...more].flatMap((task) =>
      task
        ? [{ ...task, status: 'dismissed' as const, statusReason, ...changedNow(task, now) }]
        : [],
    )
    await tables.articleTasks.put(ended)
    return answerArticle(call, record)
  }
  const wanted = await languagesFor(call)
  const language =
    body.language !== undefined && Object.hasOwn(record.texts, body.language)
      ? body.language
      : shownLanguage(record, wanted)
  const base = pending ?? {
    ...{ id: newId('task'), createdAt: now, revision: 0, status: 'open' as const },
    ...{ articleId: record.id, authorId: caller.user.id },
    ...(caller.partnerId !== undefined && { partnerId: caller.partnerId }),
  }
  const { reason: _reason, comment: _comment, ...kept } = base as NonNullable<typeof pending>
  const task = {
    ...{ ...kept, language, version, ...changedNow(base, now) },
    ...(reason && { reason }),
    ...(comment !== undefined && comment.trim() !== '' && { comment }),
  }
  await tables.articleTasks.put([task])
  const { made, updated } = articleTaskResource.events
  await announce(articleTaskResource, tables, task, pending ? updated : made, now)
  return answerArticle(call, record)
}

function changedNow({ revision }: { revision: number }, updatedAt: string) {
  return { revision: revision + 1, updatedAt }
}
