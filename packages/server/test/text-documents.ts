import type { Store } from '../src/store/store.ts'
import type { TextDocument, TextFilter } from '../src/store/texts.ts'

/** The instant at which texts are searched. */
export const now = '2026-11-23T10:00:00.000Z'
const everybody = { kind: 'all' } as const

/** A text in English for everybody. */
export function document(
  recordId: string,
  more: Partial<TextDocument> & { text?: string } = {},
): TextDocument {
  const { text = 'Nothing to see.', ...rest } = more
  return {
    ...{ resource: 'texts-suite', recordId, language: 'en', isMain: true, languages: ['en'] },
    ...{ title: recordId, audience: {}, labels: [], parts: [{ heading: '', text }] },
    ...rest,
  }
}

/** The texts that a reader may find; everything in English without more. */
export const filter = (more: Partial<TextFilter> = {}): TextFilter => ({
  ...{ resource: 'texts-suite', reader: everybody, now, languages: ['en'], labels: [] },
  ...more,
})

/** Puts texts into a store and searches them. */
export function searching(open: () => Store) {
  const put = (...documents: TextDocument[]) => open().write(({ texts }) => texts.put(documents))
  const find = async (search: string, more: Partial<TextFilter> = {}) => {
    const page = { offset: 0, limit: 20 }
    const found = await open().read.texts.search(filter(more), search, [], page)
    return found.hits
  }
  const ids = async (search: string, more: Partial<TextFilter> = {}) =>
    (await find(search, more)).map(({ recordId }) => recordId)
  return { put, find, ids }
}
