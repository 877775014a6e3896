import type { Suggestion } from '@prmkit/contract'
import { fieldProblem } from '../../problem.ts'
import type { Found, TextFilter } from '../../store/texts.ts'
import { suggest } from '../shared/suggest.ts'
import type { Reading } from './reader.ts'

/** The most finds that pages reach; beyond them, further words help more. */
const deepest = 500

/** The finds of a search, and what follows from them. */
export interface Finds extends Found {
  /** The words that were searched for: the typed ones, or those that stand in for them. */
  searched: string
  suggestion?: Suggestion
  nextCursor?: string
}

/** Finds texts by some words, or by others where those find nothing; notes the first page for the report. */
export async function findTexts(
  call: Reading,
  filter: TextFilter,
  query: { search: string; limit?: number | undefined; cursor?: string | undefined },
): Promise<Finds> {
  const { tables, services, caller } = call
  const { limit = 10, cursor, search } = query
  const offset = offsetOf(cursor)
  const synonyms = await services.synonyms(tables)
  const page = { offset, limit }
  let found = await tables.texts.search(filter, search, synonyms, page)
  let searched = search
  let suggestion: Suggestion | undefined
  if (offset === 0 || found.hits.length === 0) {
    const nothing = found.hits.length === 0
    const text = await suggest(tables, filter, search, synonyms, found.hits)
    if (text !== undefined) {
      suggestion = { text, searched: nothing }
      if (nothing)
        [searched, found] = [text, await tables.texts.search(filter, text, synonyms, page)]
    }
  }
  if (offset === 0 && caller.kind === 'session')
    services.searchLog.note({
      ...{ userId: caller.user.id, language: filter.languages[0] ?? '', text: search },
      ...{ resource: filter.resource, found: suggestion?.searched ? 0 : found.hits.length },
    })
  return {
    ...{ ...found, searched },
    ...(suggestion && { suggestion }),
    ...(found.more && offset + limit < deepest && { nextCursor: `s-${offset + limit}` }),
  }
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const [, digits] = /^s-(\d{1,4})$/.exec(cursor) ?? []
  if (digits !== undefined && Number(digits) <= deepest) return Number(digits)
  throw fieldProblem([
    {
      ...{ pointer: '/cursor', code: 'invalid-format' },
      detail: 'This cursor is of no page of this search; begin without one.',
    },
  ])
}
