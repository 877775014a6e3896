import type { ArticleHit, Routes } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { showArticle } from '../../rules/articles/view.ts'
import type { SectionTree } from '../../rules/content/sections.ts'
import type { Found, TextFilter } from '../../store/texts.ts'
import { textFilter } from '../content/facets.ts'
import { findTexts } from '../content/find.ts'
import { sectionTree } from '../content/library.ts'
import { showingFor } from './context.ts'
import { articleFacets, choiceOf } from './list.ts'
import { labelsOf } from '../content/facets.ts'
import { articleLibrary } from './library.ts'
import { articleResource } from './resource.ts'

/** The articles that fit some words, the best first. */
export async function searchArticles(call: Call<Routes['articles']['search']>) {
  const { tables, query, services } = call
  const labels = labelsOf(choiceOf(query))
  const filter = await textFilter(call, articleResource.name, labels)
  const found = await findTexts(call, filter, query)
  const { searched, suggestion, nextCursor } = found
  const tree = await sectionTree(articleLibrary, tables)
  const items = await hitsOf(call, found, tree)
  const synonyms = await services.synonyms(tables)
  const count = (one: TextFilter) => tables.texts.count(one, searched, synonyms)
  return {
    body: {
      items,
      ...(nextCursor !== undefined && { nextCursor }),
      ...(suggestion && { suggestion }),
      ...(query.facets && (await articleFacets(call, choiceOf(query), tree, count))),
    },
  }
}

async function hitsOf(
  call: Call<Routes['articles']['search']>,
  { hits }: Found,
  tree: SectionTree,
): Promise<ArticleHit[]> {
  const records = await call.tables.articles.many(hits.map(({ recordId }) => recordId))
  const byId = new Map(records.map((record) => [record.id, record]))
  const showing = await showingFor(call, records, tree)
  return hits.flatMap(({ recordId, ...hit }) => {
    const record = byId.get(recordId)
    return record ? [{ article: showArticle(record, showing), ...hit }] : []
  })
}
