import type { Late } from './late.ts'
import type { List, Page } from './page.ts'

/** Makes a list of what `load` gives for each cursor; nothing is asked before somebody wants it. */
export function listOf<P extends Page<unknown>>(
  load: (cursor: string | undefined) => Promise<P>,
  late: Pick<Late, 'background'>,
): List<P> {
  let first: Promise<P> | undefined
  const begin = () => (first ??= load(undefined))

  async function* pages() {
    yield* (await late.background()).pagesFrom(begin, load)
  }

  async function* items() {
    yield* (await late.background()).itemsOf(pages())
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
