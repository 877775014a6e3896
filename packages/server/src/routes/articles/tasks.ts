import type { ArticleTask, Person, Routes } from '@prmkit/contract'
import { articleTaskTransitionsFrom } from '@prmkit/contract/rules'
import type { Call, Handlers } from '../../http/call.ts'
import { requireRevision } from '../../http/headers.ts'
import { fieldProblem, notFound, ProblemError } from '../../problem.ts'
import { maySee, type SessionCaller } from '../../rules/shared/callers.ts'
import type { ArticleTaskRecord } from '../../store/articles.ts'
import type { UserRecord } from '../../store/records.ts'
import { announce } from '../shared/journal.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { articleTaskResource } from './resource.ts'

type Tasks = Routes['articleTasks']

export const articleTasks: Handlers<'articleTasks'> = {
  async list(call) {
    const { tables, caller, query } = call
    const { status, owner, articleId, facets = false } = query
    const filter = {
      ...scopeOf(caller),
      ...(status && { status }),
      ...(owner === 'me' && { assigneeId: caller.user.id }),
      ...(articleId !== undefined && { articleId }),
    }
    const page = await tables.articleTasks.list(filter, paging(query))
    const show = await showFor(call, page.items)
    const { body } = pageOf(page, show)
    if (!facets) return { body }
    const { total, status: values } = await tables.articleTasks.count(filter)
    return { body: { ...body, total, facets: { status: values } } }
  },

  async act(call) {
    const { tables, caller, body: action, now } = call
    const before = await tables.articleTasks.lock(call.params.id)
    if (!before || !maySee(caller, articleTaskResource.owned(before, now)))
      throw notFound(articleTaskResource.noun)
    requireRevision(call.revisions, before.revision)
    const row = articleTaskTransitionsFrom(before.status, 'vendor').find(
      (one) => one.action === action.action,
    )
    if (!row)
      throw new ProblemError(
        'state-conflict',
        `“${action.action}” is not possible while the task is ${before.status}.`,
      )
    const { statusReason: _, ...rest } = before
    const after: ArticleTaskRecord = {
      ...rest,
      status: (row.to ?? before.status) as ArticleTaskRecord['status'],
      ...{ updatedAt: now, revision: before.revision + 1 },
      ...(action.action === 'dismiss' && { statusReason: action.reason }),
      ...(action.action === 'assign' && { assigneeId: await assigneeOf(call, action.userId) }),
    }
    await tables.articleTasks.put([after])
    await announce(articleTaskResource, tables, after, row.event, now, before)
    const show = await showFor(call, [after])
    return {
      body: show(after),
      revision: after.revision,
      shows: { resource: articleTaskResource.name, id: after.id },
    }
  },
}

function scopeOf({ scope }: SessionCaller): { partnerIds?: readonly string[] } {
  return scope.kind === 'portfolio' ? { partnerIds: scope.partnerIds } : {}
}

async function assigneeOf({ tables, caller }: Call<Tasks['act']>, id = caller.user.id) {
  const user = await tables.users.get(id)
  if (user?.active && user.role === 'vendor_manager') return id
  throw fieldProblem([
    {
      ...{ pointer: '/userId', code: 'not-found' },
      detail: 'Nobody at the vendor has this id.',
    },
  ])
}

async function showFor(
  { tables }: Pick<Call<Tasks['list']>, 'tables'>,
  tasks: readonly ArticleTaskRecord[],
): Promise<(task: ArticleTaskRecord) => ArticleTask> {
  const people = await tables.users.many(
    tasks.flatMap(({ authorId, assigneeId }) => [authorId, ...(assigneeId ? [assigneeId] : [])]),
  )
  const users = new Map(people.map((user) => [user.id, user]))
  const known = await tables.articles.many(tasks.map(({ articleId }) => articleId))
  const articles = new Map(known.map((article) => [article.id, article]))
  const found = await tables.partners.many(tasks.flatMap(({ partnerId }) => partnerId ?? []))
  const partners = new Map(found.map(({ id, name }) => [id, name]))
  return (task) => {
    const { articleId, authorId, assigneeId, partnerId, language, ...shown } = task
    const article = articles.get(articleId)
    const text = article?.texts[language] ?? article?.texts[article.language]
    const partnerName = partners.get(partnerId ?? '')
    const assignee = assigneeId === undefined ? undefined : users.get(assigneeId)
    return {
      ...shown,
      allowedActions: articleTaskTransitionsFrom(task.status, 'vendor').map(({ action }) => action),
      article: { id: articleId, title: text?.title ?? '', language },
      newerVersion: (article?.version ?? task.version) > task.version,
      author: personOf(users.get(authorId)),
      ...(partnerName !== undefined && { partnerName }),
      ...(assignee && { assignee: personOf(assignee) }),
    }
  }
}

function personOf(user: UserRecord | undefined): Person {
  if (!user) return { name: '–', side: 'partner' }
  const side = user.role === 'vendor_manager' ? 'vendor' : 'partner'
  return { userId: user.id, name: user.name, side }
}
