import type { ArticleHit, Routes, Suggestion } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { fieldProblem } from '../../problem.ts'
import { showArticle } from '../../rules/articles/view.ts'
import type { Found } from '../../store/texts.ts'
import { suggest } from '../shared/suggest.ts'
import { showingFor } from './context.ts'
import { sectionTree } from './tree.ts'
import { facetsOf, textFilter } from './list.ts'

/** Beyond this many nobody pages; further words help more. */
const deepest = 500

/** The articles that fit some words, the best first. */
export async function searchArticles(call: Call<Routes['articles']['search']>) {
  const { tables, query, caller, services } = call
  const { limit = 10, cursor, facets = false, search } = query
  const offset = offsetOf(cursor)
  const filter = await textFilter(call, query)
  const synonyms = await services.synonyms(tables)
  const page = { offset, limit }
  let found = await tables.texts.search(filter, search, synonyms, page)
  let searched = search
  let suggestion: Suggestion | undefined
  if (offset === 0 || found.hits.length === 0) {
    const nothing = found.hits.length === 0
    const text = await suggest(tables, filter, search, synonyms, nothing)
    if (text !== undefined) {
      suggestion = { text, searched: nothing }
      if (nothing)
        [searched, found] = [text, await tables.texts.search(filter, text, synonyms, page)]
    }
  }
  const tree = await sectionTree(tables)
  const items = await hitsOf(call, found, tree)
  if (offset === 0)
    services.searchLog.note({
      ...{ userId: caller.user.id, language: filter.languages[0] ?? '', text: search },
      found: suggestion?.searched ? 0 : found.hits.length,
    })
  const count = (one: typeof filter) => tables.texts.count(one, searched, synonyms)
  return {
    body: {
      items,
      ...(found.more && offset + limit < deepest && { nextCursor: `s-${offset + limit}` }),
      ...(suggestion && { suggestion }),
      ...(facets && {
        total: (await count(filter)).total,
        facets: await facetsOf(call, filter, query, tree, count),
      }),
    },
  }
}

async function hitsOf(
  call: Call<Routes['articles']['search']>,
  { hits }: Found,
  tree: Awaited<ReturnType<typeof sectionTree>>,
): Promise<ArticleHit[]> {
  const records = await call.tables.articles.many(hits.map(({ recordId }) => recordId))
  const byId = new Map(records.map((record) => [record.id, record]))
  const showing = await showingFor(call, records, tree)
  return hits.flatMap(({ recordId, ...hit }) => {
    const record = byId.get(recordId)
    return record ? [{ article: showArticle(record, showing), ...hit }] : []
  })
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const [, digits] = /^s-(\d{1,4})$/.exec(cursor) ?? []
  if (digits !== undefined && Number(digits) <= deepest) return Number(digits)
  throw fieldProblem([
    {
      ...{ pointer: '/cursor', code: 'invalid-format' },
      detail: 'This cursor is of no page of this search; begin without one.',
    },
  ])
}
