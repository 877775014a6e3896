/** The search, filters and order of a list. */
export interface ListView {
  readonly search: string
  /** The chosen values of each filter; none chosen lets everything through. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sort: string
}

/** The orders and filters that a list offers. */
export interface Offered {
  readonly sorts: Readonly<Record<string, string>>
  readonly filters: readonly { readonly name: string; readonly single?: boolean }[]
}

/** The view with everything in it, in the usual order. */
export const wholeView = ({ sorts }: Offered): ListView => ({
  search: '',
  filters: {},
  sort: Object.keys(sorts)[0] ?? '',
})

/** True where nothing narrows the list. */
export const isWhole = ({ search, filters }: ListView): boolean =>
  !search.trim() && Object.values(filters).every((values) => !values.length)

/** The request for one page of a view; with many items wanted, pages are larger. */
export function queryOf(
  offered: Offered,
  { search, filters, sort }: ListView,
  cursor?: string,
  wanted = 0,
): Record<string, unknown> {
  const words = search.trim().slice(0, 200)
  const chosen = offered.filters.flatMap(({ name, single }) => {
    const values = filters[name] ?? []
    return values.length ? [[name, single ? values[0] : values]] : []
  })
  return {
    limit: wanted > 50 ? 100 : 25,
    ...(sort && { sort }),
    ...(words && { search: words }),
    ...Object.fromEntries(chosen),
    ...(cursor ? { cursor } : { facets: true }),
  }
}
