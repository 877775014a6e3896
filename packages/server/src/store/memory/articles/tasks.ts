import { articleTaskStatuses } from '@prmkit/contract'
import { fold } from '../../../rules/shared/search.ts'
import type {
  ArticleTaskFilter,
  ArticleTaskRecord,
  ArticleTasks,
  SearchRecord,
  Searches,
} from '../../articles.ts'
import { pageOf } from '../paging.ts'
import { Table, type Undo } from '../table.ts'
import { digits } from '../content-match.ts'

export function articleTaskTable(undo: Undo): ArticleTasks {
  const table = new Table<ArticleTaskRecord>(undo)

  function matching({ partnerIds, status, assigneeId, articleId }: ArticleTaskFilter) {
    return [...table.rows.values()].filter(
      (task) =>
        (partnerIds === undefined || partnerIds.includes(task.partnerId ?? '')) &&
        (status === undefined || status.includes(task.status)) &&
        (assigneeId === undefined || task.assigneeId === assigneeId) &&
        (articleId === undefined || task.articleId === articleId),
    )
  }

  return {
    put: (records) => table.putAll(records),
    get: async (id) => table.get(id),
    lock: async (id) => table.get(id),
    async pending(authorId, articleId) {
      return matching({ articleId, status: ['open', 'assigned'] }).filter(
        (task) => task.authorId === authorId,
      )
    },
    async list(filter, paging) {
      const order = { list: 'article-tasks', by: (task: ArticleTaskRecord) => task.createdAt }
      return pageOf(matching(filter), { ...order, descending: true }, paging)
    },
    async count({ status, ...rest }) {
      const all = matching(rest)
      const counts = articleTaskStatuses.map((value) => ({
        ...{ value, count: all.filter((task) => task.status === value).length },
      }))
      const total = all.filter((task) => status?.includes(task.status) ?? true).length
      return { total, status: counts.filter(({ count }) => count > 0) }
    },
  }
}

export function searchTable(undo: Undo): Searches {
  const table = new Table<SearchRecord>(undo)
  return {
    async note(searches) {
      for (const one of searches) {
        const { count = 0, clicked = 0 } = table.get(one.id) ?? {}
        table.put(one.id, { ...one, count: count + 1, clicked })
      }
    },
    async click(id) {
      const known = table.get(id)
      if (known) table.put(id, { ...known, clicked: known.clicked + 1 })
    },
    async list({ resource, found, language, search = '' }, paging) {
      const words = fold(search).split(' ')
      const rows = [...table.rows.values()].filter(
        (one) =>
          (resource === undefined || resource === one.resource) &&
          (found === undefined || found === one.found > 0) &&
          (language === undefined || language === one.language) &&
          words.every((word) => fold(one.text).includes(word)),
      )
      const by = (one: SearchRecord) => `${one.found > 0 ? 0 : 1}${digits(one.count)}`
      return pageOf(rows, { list: 'searches', by, descending: true }, paging)
    },
    async prune(before) {
      for (const { id, lastAt } of [...table.rows.values()]) if (lastAt < before) table.delete(id)
    },
  }
}
