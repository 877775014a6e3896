import type { ListView, Offered } from './list-view.ts'

/** A view from storage, or nothing where it is not one of this list. */
export function readView(offered: Offered, stored: unknown): ListView | undefined {
  const { search, filters, sort } = (stored ?? {}) as Partial<ListView>
  if (typeof search !== 'string' || !filters || typeof sort !== 'string') return undefined
  if (sort && !(sort in offered.sorts)) return undefined
  const known = offered.filters.flatMap(({ name }) => {
    const values: unknown = filters[name]
    return Array.isArray(values) ? [[name, values.filter((one) => typeof one === 'string')]] : []
  })
  return { search, filters: Object.fromEntries(known), sort }
}
