import { ContractError } from './errors.ts'

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

/** Makes a list of what `load` gives for each cursor; nothing is asked before somebody wants it. */
export function listOf<P extends Page<unknown>>(
  load: (cursor: string | undefined) => Promise<P>,
): List<P> {
  let first: Promise<P> | undefined
  const begin = () => (first ??= load(undefined))

  async function* pages(): AsyncGenerator<P> {
    const seen = new Set<string>()
    let page = await begin()
    for (;;) {
      yield page
      const { nextCursor } = page
      if (!nextCursor) return
      if (typeof nextCursor !== 'string' || seen.has(nextCursor))
        throw new ContractError(
          'A list gave a nextCursor that is no text or came before, and would never end. Run prmkit-conformance against the backend.',
          { code: 'bad-cursor', pointer: '/nextCursor' },
        )
      seen.add(nextCursor)
      page = await load(nextCursor)
    }
  }

  async function* items(): AsyncGenerator<unknown> {
    // Where the order of a list may change, a record can come twice.
    const seen = new Set<unknown>()
    for await (const page of pages())
      for (const item of page.items) {
        const id = (item as { id?: unknown } | null)?.id
        if (id !== undefined && seen.has(id)) continue
        seen.add(id)
        yield item
      }
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
