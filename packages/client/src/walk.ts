import { ContractError } from './errors.ts'
import type { Page } from './paging.ts'

/** The pages of a list, the first of them from `begin`. */
export async function* pagesFrom<P extends Page<unknown>>(
  begin: () => Promise<P>,
  load: (cursor: string) => Promise<P>,
): AsyncGenerator<P> {
  const seen = new Set<string>()
  let page = await begin()
  for (;;) {
    yield page
    const { nextCursor } = page
    if (!nextCursor) return
    if (typeof nextCursor !== 'string' || seen.has(nextCursor))
      throw new ContractError(
        'A list gave a nextCursor that is no text or came before. Run prmkit-conformance.',
        { code: 'bad-cursor', pointer: '/nextCursor' },
      )
    seen.add(nextCursor)
    page = await load(nextCursor)
  }
}

/** The records of these pages, each once: where the order of a list may change, one can come twice. */
export async function* itemsOf(pages: AsyncIterable<Page<unknown>>): AsyncGenerator<unknown> {
  const seen = new Set<unknown>()
  for await (const page of pages)
    for (const item of page.items) {
      const id = (item as { id?: unknown } | null)?.id
      if (id !== undefined && seen.has(id)) continue
      seen.add(id)
      yield item
    }
}
