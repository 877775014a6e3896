import type { Routes } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { showArticle } from '../../rules/articles/view.ts'
import type { SectionTree } from '../../rules/content/sections.ts'
import type { TextFilter } from '../../store/texts.ts'
import { facetsOf, textFilter, withNames, type Choice, type Facets } from '../content/facets.ts'
import { sectionTree } from '../content/library.ts'
import { isVendor, readerOf, type Reading } from '../content/reader.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { showingFor } from './context.ts'
import { articleLibrary } from './library.ts'
import { articleResource } from './resource.ts'

const facetNames = ['section', 'tag', 'product', 'language'] as const

/** The fields of a query that choose articles by what they are about. */
type Places = Partial<Record<(typeof facetNames)[number], string[] | undefined>>

/** The articles that the caller may read, in an order that was asked for. */
export async function listArticles(call: Call<Routes['articles']['list']>) {
  const { tables, caller, query, now } = call
  const { sort = 'position_asc', facets = false, saved } = query
  const tree = await sectionTree(articleLibrary, tables)
  const filter = {
    ...{ reader: readerOf(caller), now },
    statuses: isVendor(caller) ? (query.status ?? (['published'] as const)) : publishedOf(query),
    ...(query.section && { sectionIds: tree.below(query.section) }),
    withoutSectionIds: isVendor(caller) ? [] : tree.hidden(),
    ...(query.tag && { tags: query.tag }),
    ...(query.product && { productIds: query.product }),
    ...(query.language && { languages: query.language }),
    ...(saved !== undefined &&
      caller.kind === 'session' && { saved: { userId: caller.user.id, saved } }),
  }
  const page = await tables.articles.list(filter, sort, paging(query))
  const showing = await showingFor(call, page.items, tree)
  const { body } = pageOf(page, (record) => showArticle(record, showing))
  if (!facets) return { body }
  const total = await tables.articles.count(filter)
  const { facets: counted } = await articleFacets(call, choiceOf(query), tree)
  return { body: { ...body, total, facets: counted } }
}

function publishedOf({ status }: { status?: readonly string[] | undefined }) {
  const isAsked = status === undefined || status.includes('published')
  return isAsked ? (['published'] as const) : []
}

/** The choice of a query by the names of facets. */
export function choiceOf({ section, tag, product, language }: Places): Choice {
  return { section, tag, product, language }
}

/** Counts and facets of articles. */
export async function articleFacets(
  call: Reading,
  choice: Choice,
  tree: SectionTree,
  count: Facets['count'] = (filter: TextFilter) => call.tables.texts.count(filter),
) {
  const filter = await textFilter(call, articleResource.name)
  const { total, facets } = await facetsOf({ names: facetNames, choice, filter, count })
  const sections = { label: articleLibrary.sectionLabel, tree, wanted: filter.languages }
  return { total, facets: await withNames(call.tables, facets, sections) }
}
