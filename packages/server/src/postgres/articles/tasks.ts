import { eq, sql, type SQL } from 'drizzle-orm'
import { fold } from '../../rules/shared/search.ts'
import type {
  ArticleTaskFilter,
  ArticleTaskRecord,
  ArticleTasks,
  Searches,
  SearchRecord,
} from '../../store/articles.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { keysetTable } from '../query/keyset-table.ts'
import { array, insertRows, putRows } from '../query/recordset.ts'
import { hasWords, where } from '../query/search.ts'
import { articleTasks, searches } from './article-schema.ts'

const taskPage = keysetTable<ArticleTaskRecord>(
  articleTasks,
  [articleTasks.createdAt, articleTasks.id],
  { descending: true },
)

/** An instant as records write it. */
export const instantText = (column: SQL) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export function articleTaskTable(queries: Queries): ArticleTasks {
  const select = () => queries.select({ record: articleTasks.record }).from(articleTasks)
  return {
    async put(records) {
      await queries.execute(putRows(articleTasks, 'id', records.map(taskRow)))
    },
    async get(id) {
      return (await select().where(eq(articleTasks.id, id)))[0]?.record
    },
    async lock(id) {
      return (await select().where(eq(articleTasks.id, id)).for('update'))[0]?.record
    },
    async pending(authorId, articleId) {
      const rows = await select()
        .where(
          sql`author_id = ${authorId} and article_id = ${articleId} and status in ('open', 'assigned')`,
        )
        .for('update')
      return rows.map(({ record }) => record)
    },
    list: (filter, paging) => taskPage(queries, conditionsOf(filter), paging),
    async count({ status, ...rest }) {
      const rows = await rowsOf<{ value: string; count: number }>(
        queries,
        sql`select status as value, count(*)::int as count from article_tasks
          ${where(conditionsOf(rest))} group by 1 order by 1`,
      )
      const counted = rows.filter(({ value }) => status?.some((one) => one === value) ?? true)
      return { total: counted.reduce((sum, { count }) => sum + count, 0), status: rows }
    },
  }
}

function conditionsOf({ partnerIds, status, assigneeId, articleId }: ArticleTaskFilter): SQL[] {
  return [
    ...(partnerIds === undefined ? [] : [sql`partner_id = any(${array(partnerIds)})`]),
    ...(status === undefined ? [] : [sql`status = any(${array(status)})`]),
    ...(assigneeId === undefined ? [] : [sql`assignee_id = ${assigneeId}`]),
    ...(articleId === undefined ? [] : [sql`article_id = ${articleId}`]),
  ]
}

function taskRow(record: ArticleTaskRecord): typeof articleTasks.$inferInsert {
  const { id, createdAt, status, articleId, authorId, partnerId, assigneeId } = record
  return {
    ...{ id, createdAt, status, articleId, authorId, record },
    ...{ partnerId: partnerId ?? null, assigneeId: assigneeId ?? null },
  }
}

const shown = sql`(select *, jsonb_build_object('id', id, 'resource', resource, 'text', text, 'language', language,
  'count', count, 'found', found, 'clicked', clicked,
  'lastAt', ${instantText(sql`last_at`)}) as record from searches) searches`
const searchPage = keysetTable<SearchRecord>(
  searches,
  [searches.unfound, searches.count, searches.id],
  { source: shown, descending: true },
)

export function searchTable(queries: Queries): Searches {
  return {
    async note(noted) {
      // A statement must not meet a row twice, and statements that lock keys in one order never wait for each other.
      const byId = new Map<string, typeof searches.$inferInsert>()
      for (const one of noted)
        byId.set(one.id, {
          ...{ ...one, search: fold(one.text), clicked: 0, unfound: one.found > 0 ? 0 : 1 },
          count: (byId.get(one.id)?.count ?? 0) + 1,
        })
      if (byId.size === 0) return
      const rows = [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
      await queries.execute(sql`${insertRows(searches, rows)} on conflict (id) do update set
        count = searches.count + excluded.count, found = excluded.found,
        unfound = excluded.unfound, last_at = excluded.last_at`)
    },
    async click(id) {
      await queries.execute(sql`update searches set clicked = clicked + 1 where id = ${id}`)
    },
    list: ({ resource, found, language, search = '' }, paging) =>
      searchPage(
        queries,
        [
          ...(resource === undefined ? [] : [sql`resource = ${resource}`]),
          ...(found === undefined ? [] : [sql`unfound = ${found ? 0 : 1}`]),
          ...(language === undefined ? [] : [sql`language = ${language}`]),
          ...hasWords(sql`search`, search),
        ],
        paging,
      ),
    async prune(before) {
      await queries.execute(sql`delete from searches where last_at < ${before}::timestamptz`)
    },
  }
}
