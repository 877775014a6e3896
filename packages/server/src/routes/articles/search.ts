import type { ArticleHit, Routes } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { showArticle } from '../../rules/articles/view.ts'
import type { SectionTree } from '../../rules/content/sections.ts'
import type { Found } from '../../store/texts.ts'
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
  const choice = choiceOf(query)
  const filter = await textFilter(call, articleResource.name, labelsOf(choice))
  const [tree, synonyms] = await Promise.all([
    sectionTree(articleLibrary, tables),
    services.synonyms(tables),
  ])
  const facetsFor = (search: string) =>
    articleFacets(call, choice, tree, (one) => tables.texts.count(one, search, synonyms))
  const [found, counted] = await Promise.all([
    findTexts(call, filter, query),
    // The typed words are nearly always the ones that are searched for, so counting begins before that is known.
    query.facets ? facetsFor(query.search) : undefined,
  ])
  const { searched, suggestion, nextCursor } = found
  const facets = counted && searched !== query.search ? await facetsFor(searched) : counted
  return {
    body: {
      items: await hitsOf(call, found, tree),
      ...(nextCursor !== undefined && { nextCursor }),
      ...(suggestion && { suggestion }),
      ...facets,
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
