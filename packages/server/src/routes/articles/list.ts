import type { FacetValue, Routes } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { articleTexts } from '../../rules/articles/documents.ts'
import type { SectionTree } from '../../rules/articles/sections.ts'
import { sectionText, showArticle } from '../../rules/articles/view.ts'
import type { Tables } from '../../store/store.ts'
import type { TextFilter } from '../../store/texts.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { isVendor, languagesFor, readerOf, showingFor, type Reading } from './context.ts'
import { sectionTree } from './tree.ts'

type Articles = Routes['articles']

/** The fields of a query that choose articles by what they are about. */
export interface Places {
  section?: string[] | undefined
  tag?: string[] | undefined
  product?: string[] | undefined
  language?: string[] | undefined
}

const facetNames = ['section', 'tag', 'product', 'language'] as const

/** The articles that the caller may read, in an order that was asked for. */
export async function listArticles(call: Call<Articles['list']>) {
  const { tables, caller, query, now } = call
  const { sort = 'position_asc', facets = false, saved } = query
  const tree = await sectionTree(tables)
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
  const counted = await facetsOf(call, await textFilter(call, {}), query, tree)
  return { body: { ...body, total, facets: counted } }
}

function publishedOf({ status }: { status?: readonly string[] | undefined }) {
  const isAsked = status === undefined || status.includes('published')
  return isAsked ? (['published'] as const) : []
}

/** The texts that the caller may find at these places. */
export async function textFilter(call: Reading, places: Places): Promise<TextFilter> {
  const { caller, now } = call
  const languages = await languagesFor(call)
  return {
    ...{ resource: articleTexts, reader: readerOf(caller), now, languages },
    labels: labelsOf(places),
  }
}

function labelsOf(places: Places): string[][] {
  return facetNames.flatMap((name) => {
    const values = places[name]
    return values ? [values.map((value) => `${name}:${value}`)] : []
  })
}

/** The values of each facet with their counts, each facet ignoring its own selection. */
export async function facetsOf(
  call: Reading,
  filter: TextFilter,
  places: Places,
  tree: SectionTree,
  count: (filter: TextFilter) => ReturnType<Tables['texts']['count']> = (one) =>
    call.tables.texts.count(one),
): Promise<Record<string, FacetValue[]>> {
  const all = await count({ ...filter, labels: labelsOf(places) })
  const facets: Record<string, FacetValue[]> = {}
  for (const name of facetNames) {
    const { [name]: own, ...others } = places
    const { labels } = own ? await count({ ...filter, labels: labelsOf(others) }) : all
    facets[name] = [...labels]
      .filter(([label]) => label.startsWith(`${name}:`))
      .map(([label, found]) => ({ value: label.slice(name.length + 1), count: found }))
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
  }
  return withLabels(call, facets, tree, filter.languages)
}

async function withLabels(
  { tables }: Reading,
  facets: Record<string, FacetValue[]>,
  tree: SectionTree,
  wanted: readonly string[],
) {
  const ids = (facets['product'] ?? []).map(({ value }) => value)
  const products = ids.length === 0 ? [] : await tables.products.many(ids)
  const names = new Map(products.map(({ id, name }) => [id, name]))
  const named = (values: FacetValue[] = [], nameOf: (id: string) => string | undefined) =>
    values.map((value) => {
      const label = nameOf(value.value)
      return label === undefined ? value : { ...value, label }
    })
  return {
    ...facets,
    product: named(facets['product'], (id) => names.get(id)),
    section: named(facets['section'], (id) => {
      const section = tree.get(id)
      return section && sectionText(section, wanted).title
    }),
  }
}
