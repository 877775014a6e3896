import type { Article } from '@prmkit/contract'
import type { SectionTree } from '../../rules/content/sections.ts'
import { showArticle, type Showing } from '../../rules/articles/view.ts'
import type { ArticleRecord } from '../../store/articles.ts'
import { contentShowing, requireVisible, type Reading } from '../content/reader.ts'
import { articleLibrary } from './library.ts'
import { articleResource } from './resource.ts'

/** An article that the caller may open; any other does not exist. */
export async function visibleArticle(call: Reading, id: string): Promise<ArticleRecord> {
  return requireVisible(articleLibrary, call, await call.tables.articles.get(id))
}

/** Everything that showing these articles to the caller needs. */
export async function showingFor(
  call: Reading,
  records: readonly ArticleRecord[],
  tree?: SectionTree,
): Promise<Showing> {
  const { tables, caller } = call
  const ids = records.map(({ id }) => id)
  const isMarked = caller.kind !== 'api-key' && ids.length > 0
  const [votes, marks, content] = await Promise.all([
    ids.length === 0 ? new Map() : tables.articles.votes(records),
    isMarked ? tables.articles.marks(caller.user.id, ids) : new Map(),
    contentShowing(call, articleLibrary, records, tree),
  ])
  return { ...content, votes, marks }
}

/** The answer with one article. */
export async function answerArticle(call: Reading, record: ArticleRecord) {
  const body: Article = showArticle(record, await showingFor(call, [record]))
  return {
    body,
    revision: record.revision,
    shows: { resource: articleResource.name, id: record.id },
  }
}
