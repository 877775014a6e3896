import type { ArticleSort } from '@prmkit/contract'
import { eq, sql, type SQL } from 'drizzle-orm'
import type {
  ArticleBody,
  ArticleFilter,
  ArticleMarks,
  ArticleRecord,
  Articles,
} from '../../store/articles.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { contentConditions, contentRow } from '../query/content.ts'
import { keysetTable } from '../query/keyset-table.ts'
import { array, putRows } from '../query/recordset.ts'
import { where } from '../query/search.ts'
import { articleBodies, articleMarks, articles } from './article-schema.ts'

const page = (column: (typeof articles)['place' | 'updatedAt'], descending = true) =>
  keysetTable<ArticleRecord>(articles, [column, articles.id], { descending })
const pages: Record<ArticleSort, ReturnType<typeof page>> = {
  position_asc: keysetTable<ArticleRecord>(articles, [articles.place, articles.id]),
  updated_desc: page(articles.updatedAt),
  published_desc: keysetTable<ArticleRecord>(articles, [articles.publishedAt, articles.id], {
    descending: true,
  }),
  helpful_desc: keysetTable<ArticleRecord>(articles, [articles.helpful, articles.id], {
    descending: true,
  }),
  viewed_desc: keysetTable<ArticleRecord>(articles, [articles.views, articles.id], {
    descending: true,
  }),
}

export function articleTable(queries: Queries): Articles {
  const select = () => queries.select({ record: articles.record }).from(articles)
  const all = async (condition: SQL) =>
    (await select().where(condition)).map(({ record }) => record)

  return {
    async put(records) {
      await queries.execute(putRows(articles, 'id', records.map(articleRow)))
      // The votes on a version before count no longer.
      await countVotes(
        queries,
        records.map(({ id }) => id),
      )
    },
    async get(id) {
      return (await select().where(eq(articles.id, id)))[0]?.record
    },
    many: (ids) => all(sql`id = any(${array(ids)})`),
    async lock(id) {
      return (await select().where(eq(articles.id, id)).for('update'))[0]?.record
    },
    list: (filter, sort, paging) => pages[sort](queries, conditionsOf(filter), paging),
    async count(filter) {
      const [row] = await rowsOf<{ count: number }>(
        queries,
        sql`select count(*)::int as count from articles ${where(conditionsOf(filter))}`,
      )
      return row?.count ?? 0
    },
    ofSections: (ids) => all(sql`section_id = any(${array(ids)})`),
    bySource: (sources) =>
      all(sql`source = any(${array(sources)}) or record -> 'addresses' ?| ${array(sources)}`),
    sources: (prefix) =>
      rowsOf(
        queries,
        sql`select id, source from articles
          where starts_with(source, ${prefix}) and status <> 'retired'`,
      ),
    async bodies(ids) {
      const rows = await rowsOf<{ record: ArticleBody }>(
        queries,
        sql`select record from article_bodies where article_id = any(${array(ids)})`,
      )
      return rows.map(({ record }) => record)
    },
    async putBodies(bodies) {
      const rows = bodies.map((record) => ({
        ...{ articleId: record.articleId, language: record.language, record },
      }))
      await queries.execute(putRows(articleBodies, 'article_id, language', rows))
    },
    async removeBodies(articleId, languages) {
      await queries.execute(
        sql`delete from article_bodies
          where article_id = ${articleId} and language = any(${array(languages)})`,
      )
    },
    async marks(userId, ids) {
      const rows = await rowsOf<{ id: string; record: ArticleMarks }>(
        queries,
        sql`select article_id as id, record from article_marks
          where user_id = ${userId} and article_id = any(${array(ids)})`,
      )
      return new Map(rows.map(({ id, record }) => [id, record]))
    },
    async mark(userId, articleId, record) {
      const { rating, savedAt } = record
      const row = {
        ...{ userId, articleId, record, isSaved: savedAt !== undefined },
        ...{ ratedVersion: rating?.version ?? null, isHelpful: rating?.helpful ?? null },
      }
      await queries.execute(putRows(articleMarks, 'user_id, article_id', [row]))
      await countVotes(queries, [articleId])
    },
    async votes(wanted) {
      const rows = await rowsOf<{ id: string; yes: number; no: number }>(
        queries,
        sql`select m.article_id as id, count(*) filter (where is_helpful)::int as yes,
            count(*) filter (where not is_helpful)::int as no
          from article_marks m join articles a on a.id = m.article_id and a.version = m.rated_version
          where m.article_id = any(${array(wanted.map(({ id }) => id))}) group by 1`,
      )
      return new Map(rows.map(({ id, yes, no }) => [id, { yes, no }]))
    },
    async view(id) {
      await queries.execute(sql`update articles set views = views + 1 where id = ${id}`)
    },
    async due(now, limit) {
      const rows = await rowsOf<{ record: ArticleRecord }>(
        queries,
        sql`select record from articles where due_at <= ${now}::timestamptz
          order by due_at limit ${limit} for update skip locked`,
      )
      return rows.map(({ record }) => record)
    },
  }
}

/** Counts the votes on the current version of articles, by which lists are in order. */
async function countVotes(queries: Queries, ids: readonly string[]): Promise<void> {
  await queries.execute(
    sql`update articles a set helpful = votes.count
      from (select id, 1000000 + (
          select count(*) filter (where is_helpful) - count(*) filter (where not is_helpful)
          from article_marks m where m.article_id = b.id and m.rated_version = b.version
        ) as count from articles b where id = any(${array(ids)})) votes
      where a.id = votes.id and a.helpful <> votes.count`,
  )
}

function conditionsOf(filter: ArticleFilter): SQL[] {
  const { saved } = filter
  const isSaved = saved && (saved.saved ? marked(saved) : sql`not ${marked(saved)}`)
  return [...contentConditions(filter), ...(isSaved ? [isSaved] : [])]
}

function marked({ userId }: { userId: string }): SQL {
  return sql`exists (select from article_marks m
    where m.user_id = ${userId} and m.article_id = articles.id and m.is_saved)`
}

/** The columns by which SQL finds an article, and the article. */
function articleRow(article: ArticleRecord): typeof articles.$inferInsert {
  return { ...contentRow(article), record: article }
}
