import type { ArticleHit } from '@prmkit/contract'
import type { Client } from '../base/portal.ts'

/** The widget around a search. */
export interface SearchHost {
  readonly client: Client | undefined
  requestUpdate(): void
}

/** Other words for a search. */
interface Suggestion {
  readonly text: string
  readonly searched: boolean
}

/** Milliseconds after the last key until the words are searched for. */
const pause = 120

/** The most characters of a search: in any script its address stays under 8 kB, which proxies let through. */
const longest = 500

/** The search of articles while it is typed: only the answer to the newest words is shown. */
export class ArticleSearch {
  /** The words as they are typed. */
  text = ''
  /** The words that `hits` were found for. */
  found = ''
  hits: readonly ArticleHit[] = []
  total: number | undefined
  suggestion: Suggestion | undefined
  /** The cursor of the next page. */
  next: string | undefined
  /** The failure of the last search. */
  error: unknown
  readonly #host: SearchHost
  readonly #limit: number
  #searching: AbortController | undefined

  constructor(host: SearchHost, limit: number) {
    this.#host = host
    this.#limit = limit
  }

  /** The words without what surrounds them. */
  get words(): string {
    return this.text.trim().slice(0, longest)
  }

  /** True while the newest words are searched for. */
  get isSearching(): boolean {
    return !!this.words && this.words !== this.found && !this.error
  }

  /** Takes what was typed, and searches a moment later. */
  type(text: string): void {
    this.text = text
    this.error = undefined
    this.#searching?.abort()
    if (!this.words) this.clear()
    else if (this.words !== this.found) void this.run(pause)
    this.#host.requestUpdate()
  }

  /** Searches for the words anew. */
  async run(wait = 0): Promise<void> {
    const { words } = this
    if (!words) return
    await this.#fetch(wait, { search: words, limit: this.#limit, facets: true }, (page) => {
      this.found = words
      this.hits = page.items
      this.total = page.total
      this.suggestion = page.suggestion
      this.next = page.nextCursor
    })
  }

  /** Loads the next page. */
  async more(): Promise<void> {
    const { found: search, next: cursor } = this
    if (!cursor) return
    await this.#fetch(0, { search, limit: this.#limit, cursor }, (page) => {
      this.hits = [...this.hits, ...page.items]
      this.next = page.nextCursor
    })
  }

  /** Forgets the words and what they found. */
  clear(): void {
    this.#searching?.abort()
    this.text = this.found = ''
    this.hits = []
    this.total = this.suggestion = this.next = this.error = undefined
    this.#host.requestUpdate()
  }

  async #fetch(wait: number, query: SearchQuery, take: (page: SearchPage) => void) {
    this.#searching?.abort()
    const { signal } = (this.#searching = new AbortController())
    try {
      if (wait) await new Promise((done) => setTimeout(done, wait))
      const { client } = this.#host
      if (signal.aborted || !client) return
      const page = await client.articles.search({ query }, { signal })
      if (signal.aborted) return
      take(page)
      this.error = undefined
    } catch (error) {
      if (signal.aborted) return
      this.error = error
    }
    this.#host.requestUpdate()
  }
}

type Search = Client['articles']['search']
type SearchQuery = Parameters<Search>[0]['query']
type SearchPage = Awaited<ReturnType<Search>>
