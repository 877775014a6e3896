import { sha256 } from './auth/hash.ts'
import { foldedForm } from './rules/text-search/fold.ts'
import type { Store } from './store/store.ts'
import { beginning } from './rules/shared/beginning.ts'

/** One search of one reader; the reader is forgotten once the search has ended. */
export interface Searched {
  userId: string
  /** The resource that was searched. */
  resource: string
  language: string
  text: string
  found: number
}

/** Collects searches while they are typed, and keeps the finished ones without their readers. */
export interface SearchLog {
  note(search: Searched): void
  /** Counts that a reader’s search led to something, which ends it. */
  click(search: Omit<Searched, 'found'>): Promise<void>
  /** Keeps the searches that have ended, or all. */
  flush(all?: boolean): Promise<void>
}

/** A search that has not changed for so long has ended. */
const quiet = 3000
const shortest = 3
const longest = 100
/** Beyond that nothing of a search is kept. */
const mostRead = 500
/** A reader types at most one search at a time; more readers than this at once are kept at once. */
const mostPending = 1000

export function createSearchLog(store: Store, clock: () => number): SearchLog {
  const pending = new Map<string, Searched & { at: number }>()
  let ended: Omit<Searched, 'userId'>[] = []

  function end({ resource, language, text, found }: Searched): void {
    const kept = withoutPersonalData(text)
    if (kept.length >= shortest) ended.push({ resource, language, text: kept, found })
  }

  return {
    note(search) {
      const name = `${search.resource} ${search.userId}`
      const before = pending.get(name)
      // A text that goes on from the one before is the same search, still being typed.
      if (before && !isSame(before.text, search.text)) end(before)
      pending.set(name, { ...search, at: clock() })
      if (pending.size > mostPending) {
        for (const one of pending.values()) end(one)
        pending.clear()
      }
    },
    async click({ userId, resource, language, text }) {
      const name = `${resource} ${userId}`
      const own = pending.get(name)
      if (own) end(own)
      pending.delete(name)
      await this.flush()
      const kept = withoutPersonalData(text)
      const id = await idOf(resource, language, kept)
      await store.write(({ searches }) => searches.click(id))
    },
    async flush(all = false) {
      for (const [name, one] of pending)
        if (all || clock() - one.at > quiet) {
          end(one)
          pending.delete(name)
        }
      const searches = ended
      ended = []
      if (searches.length === 0) return
      const lastAt = new Date(clock()).toISOString()
      const noted = await Promise.all(
        searches.map(async (one) => ({
          ...one,
          lastAt,
          id: await idOf(one.resource, one.language, one.text),
        })),
      )
      await store.write((tables) => tables.searches.note(noted))
    },
  }
}

function isSame(before: string, after: string): boolean {
  const [one, other] = [before.trim().toLowerCase(), after.trim().toLowerCase()]
  return other.startsWith(one) || one.startsWith(other)
}

async function idOf(resource: string, language: string, text: string): Promise<string> {
  return `search_${(await sha256(`${resource}\n${language}\n${foldedForm(text)}`)).slice(0, 32)}`
}

/**
 * A search without what may name a person: e-mail addresses, web addresses with what follows them, and
 * numbers as long as those of telephones, accounts and identity cards, in whatever digits and however
 * they are grouped.
 */
export function withoutPersonalData(text: string): string {
  const kept = readable(text)
    .replaceAll(/\p{Cc}|\p{Cf}/gu, ' ')
    .replaceAll(/\S+[@＠﹫]\S+|\S+\s+[@＠﹫]\s+\S+/gu, '…')
    .replaceAll(/\S+\s?[([{]\s?at\s?[)\]}]\s?\S+/gi, '…')
    .replaceAll(/\b(https?:\/\/|www\.)\S+|\S+\?\S*=\S*/gi, '…')
    .replaceAll(/\b[A-Z]{2}\d{2}(?:[\s-]?[A-Z0-9]{4}){3,}(?:[\s-]?[A-Z0-9]{1,3}\b)?/gi, '…')
    .replaceAll(/[+(]*\p{Nd}(?:[^\p{L}\p{Nd}]{0,4}\p{Nd}){6,}/gu, '…')
    .replaceAll(/(?:…\s*)+/g, '… ')
    .replaceAll(/\s+/g, ' ')
  return beginning(kept.trim(), longest)
}

/** The part of a search that is looked at; a number or address that its end cuts is left out. */
function readable(text: string): string {
  const begin = text.slice(0, mostRead)
  return begin === text ? text : begin.replace(/\S+$/, '').replace(/[^\p{L}]+$/u, '')
}
