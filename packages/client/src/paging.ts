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

/** The functions that go from page to page; they are loaded later. */
export interface Walk {
  pagesFrom<P extends Page<unknown>>(
    begin: () => Promise<P>,
    load: (cursor: string) => Promise<P>,
  ): AsyncIterable<P>
  itemsOf(pages: AsyncIterable<Page<unknown>>): AsyncIterable<unknown>
}

/** Makes a list of what `load` gives for each cursor; nothing is asked before somebody wants it. */
export function listOf<P extends Page<unknown>>(
  load: (cursor: string | undefined) => Promise<P>,
  walk: () => Promise<Walk>,
): List<P> {
  let first: Promise<P> | undefined
  const begin = () => (first ??= load(undefined))

  async function* pages() {
    yield* (await walk()).pagesFrom(begin, load)
  }

  async function* items() {
    yield* (await walk()).itemsOf(pages())
  }

  return {
    // oxlint-disable-next-line unicorn/no-thenable
    then: (...handlers) => begin().then(...handlers),
    catch: (handler) => begin().catch(handler),
    finally: (handler) => begin().finally(handler),
    [Symbol.toStringTag]: 'List',
    [Symbol.asyncIterator]: items as List<P>[typeof Symbol.asyncIterator],
    pages,
  }
}
