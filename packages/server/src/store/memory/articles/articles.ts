import type {
  ArticleBody,
  ArticleFilter,
  ArticleMarks,
  ArticleRecord,
  Articles,
  ContentFile,
  ContentFiles,
  SectionRecord,
  Sections,
} from '../../articles.ts'
import { contentOrders, digits, matchesContent } from '../content-match.ts'
import { pageOf, type Order } from '../paging.ts'
import { Table, type Undo } from '../table.ts'

export function sectionTable(undo: Undo): Sections {
  const table = new Table<SectionRecord>(undo)
  return {
    put: (records) => table.putAll(records),
    get: async (id) => table.get(id),
    lock: async (id) => table.get(id),
    many: async (ids) => table.many(ids),
    all: async () => [...table.rows.values()],
  }
}

export function contentFileTable(undo: Undo): ContentFiles {
  const table = new Table<ContentFile>(undo)
  return {
    async put(files) {
      for (const file of files) table.put(file.source, file)
    },
    async get(id) {
      return [...table.rows.values()].find((file) => file.id === id)
    },
    many: async (ids) => [...table.rows.values()].filter(({ id }) => ids.includes(id)),
    bySource: async (sources) => table.many(sources),
    async remove(ids) {
      for (const { id, source } of [...table.rows.values()])
        if (ids.includes(id)) table.delete(source)
    },
  }
}

interface Mark extends ArticleMarks {
  userId: string
  articleId: string
}

export function articleTable(undo: Undo): Articles {
  const table = new Table<ArticleRecord>(undo)
  const written = new Table<ArticleBody>(undo)
  const marked = new Table<Mark>(undo)
  const viewed = new Table<{ views: number }>(undo)
  const bodyKey = (articleId: string, language: string) => `${articleId} ${language}`

  function votes({ id, version }: Pick<ArticleRecord, 'id' | 'version'>) {
    const all = [...marked.rows.values()].filter(
      ({ articleId, rating }) => articleId === id && rating?.version === version,
    )
    const yes = all.filter(({ rating }) => rating?.helpful).length
    return { yes, no: all.length - yes }
  }

  function matching(filter: ArticleFilter): ArticleRecord[] {
    const { saved } = filter
    return [...table.rows.values()].filter(
      (article) =>
        matchesContent(article, filter) &&
        (saved === undefined ||
          saved.saved === (marked.get(`${article.id} ${saved.userId}`)?.savedAt !== undefined)),
    )
  }

  const orders: Record<string, Omit<Order<ArticleRecord>, 'list'>> = {
    ...contentOrders,
    helpful_desc: {
      by: (article) => digits(votes(article).yes - votes(article).no + 1_000_000),
      descending: true,
    },
    viewed_desc: { by: ({ id }) => digits(viewed.get(id)?.views ?? 0), descending: true },
  }

  return {
    put: (records) => table.putAll(records),
    get: async (id) => table.get(id),
    many: async (ids) => table.many(ids),
    lock: async (id) => table.get(id),
    async list(filter, sort, paging) {
      const order = orders[sort] ?? orders['position_asc']!
      return pageOf(matching(filter), { list: `articles ${sort}`, ...order }, paging)
    },
    count: async (filter) => matching(filter).length,
    async ofSections(ids) {
      return [...table.rows.values()].filter(({ sectionId }) => ids.includes(sectionId ?? ''))
    },
    async bySource(sources) {
      return [...table.rows.values()].filter(({ source = '', addresses = [] }) =>
        [source, ...addresses].some((one) => sources.includes(one)),
      )
    },
    async sources(prefix) {
      return [...table.rows.values()].filter(
        ({ source, status }) => source?.startsWith(prefix) && status !== 'retired',
      )
    },
    async bodies(ids) {
      return [...written.rows.values()].filter(({ articleId }) => ids.includes(articleId))
    },
    async putBodies(bodies) {
      for (const body of bodies) written.put(bodyKey(body.articleId, body.language), body)
    },
    async removeBodies(articleId, languages) {
      for (const language of languages) written.delete(bodyKey(articleId, language))
    },
    async marks(userId, ids) {
      return new Map(
        ids.flatMap((id) => {
          const marks = marked.get(`${id} ${userId}`)
          return marks ? [[id, marks] as const] : []
        }),
      )
    },
    async mark(userId, articleId, marks) {
      marked.put(`${articleId} ${userId}`, { ...marks, userId, articleId })
    },
    async votes(articles) {
      return new Map(articles.map((article) => [article.id, votes(article)]))
    },
    async view(id) {
      viewed.put(id, { views: (viewed.get(id)?.views ?? 0) + 1 })
    },
    async due(now, limit) {
      return [...table.rows.values()]
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .slice(0, limit)
    },
  }
}
