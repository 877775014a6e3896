/** One page of a list. */
export interface Page<Item> {
  items: Item[]
  nextCursor?: string | undefined
}

/** A list that is awaited for its first page, or walked to its end. */
export interface List<P extends Page<unknown>>
  extends Promise<P>, AsyncIterable<P['items'][number]> {
  /** The pages one after the other, as the backend sends them. */
  pages(): AsyncIterable<P>
}
