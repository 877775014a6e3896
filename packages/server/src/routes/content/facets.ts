import type { FacetValue } from '@prmkit/contract'
import type { SectionTree } from '../../rules/content/sections.ts'
import { sectionText } from '../../rules/content/show.ts'
import type { Tables } from '../../store/store.ts'
import type { TextCount, TextFilter } from '../../store/texts.ts'
import { languagesFor, readerOf, type Reading } from './reader.ts'

/** Values that choose content, by the name of the facet; content must fit one value of each list. */
export type Choice = Readonly<Record<string, readonly string[] | undefined>>

/** The texts of a resource that the caller may find, with these labels. */
export async function textFilter(
  call: Reading,
  resource: string,
  labels: readonly (readonly string[])[] = [],
): Promise<TextFilter> {
  const { caller, now } = call
  const languages = await languagesFor(call)
  return { ...{ resource, reader: readerOf(caller), now, languages }, labels }
}

/** The labels that a choice asks for. */
export function labelsOf(choice: Choice): string[][] {
  return Object.entries(choice).flatMap(([name, values]) =>
    values ? [values.map((value) => `${name}:${value}`)] : [],
  )
}

/** The facets of a list: their names, the choice among them, and the filter without that choice. */
export interface Facets {
  names: readonly string[]
  choice: Choice
  filter: TextFilter
  count: (filter: TextFilter) => Promise<TextCount>
}

/** The values of each facet with their counts, each facet ignoring its own selection. */
export async function facetsOf({
  names,
  choice,
  filter,
  count,
}: Facets): Promise<{ total: number; facets: Record<string, FacetValue[]> }> {
  const withChoice = (chosen: Choice) => ({
    ...filter,
    labels: [...filter.labels, ...labelsOf(chosen)],
  })
  const all = count(withChoice(choice))
  const counts = names.map(async (name): Promise<[string, FacetValue[]]> => {
    const { [name]: own, ...others } = choice
    const { labels } = await (own ? count(withChoice(others)) : all)
    const values = [...labels]
      .filter(([label]) => label.startsWith(`${name}:`))
      .map(([label, found]) => ({ value: label.slice(name.length + 1), count: found }))
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    return [name, values]
  })
  const [{ total }, ...facets] = await Promise.all([all, ...counts])
  return { total, facets: Object.fromEntries(facets) }
}

/** The facets with the names of products and sections. */
export async function withNames(
  tables: Tables,
  facets: Record<string, FacetValue[]>,
  sections: { label: string; tree: SectionTree; wanted: readonly string[] },
): Promise<Record<string, FacetValue[]>> {
  const ids = (facets['product'] ?? []).map(({ value }) => value)
  const products = ids.length === 0 ? [] : await tables.products.many(ids)
  const names = new Map(products.map(({ id, name }) => [id, name]))
  const { label, tree, wanted } = sections
  return {
    ...facets,
    product: named(facets['product'], (id) => names.get(id)),
    [label]: named(facets[label], (id) => {
      const section = tree.get(id)
      return section && sectionText(section, wanted).title
    }),
  }
}

/** Values with their labels, where there are any. */
export function named(
  values: readonly FacetValue[] = [],
  nameOf: (value: string) => string | undefined,
): FacetValue[] {
  return values.map((value) => {
    const label = nameOf(value.value)
    return label === undefined ? value : { ...value, label }
  })
}
