import type { DealQuery, DealSort } from '@prmkit/contract'

/** What a list is narrowed to and sorted by. */
export interface ListView {
  readonly search: string
  readonly status: readonly string[]
  readonly owner: 'me' | 'company'
  readonly sort: DealSort
}

/** Everything, the newest first. */
export const wholeList: ListView = {
  search: '',
  status: [],
  owner: 'company',
  sort: 'created_desc',
}

/** The sorts that are offered, with the key of their text. */
export const sorts = {
  created_desc: 'sortCreatedDesc',
  updated_desc: 'sortUpdatedDesc',
  name_asc: 'sortNameAsc',
  expires_asc: 'sortExpiresAsc',
  close_asc: 'sortCloseAsc',
} as const

/** True where nothing narrows the list. */
export const isWhole = ({ search, status, owner }: ListView): boolean =>
  !search.trim() && !status.length && owner === 'company'

/** The request for one page of a view; who wants many gets more at once. */
export function queryOf(
  { search, status, owner, sort }: ListView,
  cursor?: string,
  wanted = 0,
): DealQuery {
  const words = search.trim().slice(0, 200)
  return {
    limit: wanted > 50 ? 100 : 25,
    sort,
    ...(words && { search: words }),
    ...(status.length && { status: status as DealQuery['status'] & string[] }),
    ...(owner === 'me' && { owner }),
    ...(cursor ? { cursor } : { facets: true }),
  }
}

/** Focuses the first of these that is there. */
export function focusFirst(root: ParentNode, wanted: readonly string[]): void {
  const found = wanted.map((one) => root.querySelector<HTMLElement>(one))
  found.find(Boolean)?.focus()
}
