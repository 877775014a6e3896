import type { FacetValue } from '@prmkit/contract'

/** A record as every list knows it. */
export interface ListItem {
  readonly id: string
  /** Grows with each change; the older of two answers is dropped. */
  readonly revision?: number
}

/** One page of a list. */
export interface ItemPage<Item> {
  readonly items: readonly Item[]
  readonly nextCursor?: string | undefined
  readonly total?: number | undefined
  readonly facets?: Readonly<Record<string, readonly FacetValue[]>> | undefined
}

/** The operations of a resource that a list calls. */
export interface ListOperations<Item> {
  list(
    input: { query: Record<string, unknown> },
    options?: { signal?: AbortSignal },
  ): PromiseLike<ItemPage<Item>>
  get(input: { params: { id: string } }, options?: { signal?: AbortSignal }): Promise<Item>
}
