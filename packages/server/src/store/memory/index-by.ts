/** Finds rows by words that they have, and follows every change of them. */
export class Index<Row extends object> {
  readonly #words: (row: Row) => readonly string[]
  readonly #rows = new Map<string, Set<Row>>()

  constructor(words: (row: Row) => readonly string[]) {
    this.#words = words
  }

  of(word: string): Iterable<Row> {
    return this.#rows.get(word) ?? []
  }

  change(before: Row | undefined, after: Row | undefined): void {
    for (const word of before ? this.#words(before) : []) {
      const rows = this.#rows.get(word)
      if (before) rows?.delete(before)
      if (rows?.size === 0) this.#rows.delete(word)
    }
    for (const word of after ? this.#words(after) : []) {
      const rows = this.#rows.get(word) ?? new Set()
      if (after) rows.add(after)
      this.#rows.set(word, rows)
    }
  }
}
