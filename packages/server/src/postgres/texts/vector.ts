import type { Stems } from '../../rules/text-search/query.ts'
import { formsOf, type Token } from '../../rules/text-search/tokens.ts'

/** The part of a document in which a word stands: PostgreSQL's weights. */
export type Weight = 'A' | 'B' | 'D'

/** The last place that PostgreSQL knows in a text. */
const lastPlace = 16_383
/** Places of one word; PostgreSQL keeps no more. */
const mostPlaces = 255

/** A `tsvector` in the making. */
export class Vector {
  readonly #places = new Map<string, string[]>()
  #at = 0

  /** Adds words in their order: whole, in parts, with accents and by their stems. */
  add(tokens: readonly Token[], weight: Weight, stems: Stems): this {
    for (const token of tokens) {
      const at = ++this.#at
      for (const form of formsOf({ ...token, parts: [] })) this.#put(form, at, weight)
      if (token.accented !== undefined) this.#put(`=${token.accented}`, at, weight)
      const stem = stems.get(token.word)
      if (stem !== undefined && stem !== '' && stem !== token.word)
        this.#put(`~${stem}`, at, weight)
      for (const part of token.parts) this.#put(part, this.#at++, weight)
    }
    return this
  }

  #put(form: string, at: number, weight: Weight): void {
    let places = this.#places.get(form)
    if (!places) this.#places.set(form, (places = []))
    if (places.length < mostPlaces)
      places.push(`${Math.min(at, lastPlace)}${weight === 'D' ? '' : weight}`)
  }

  /** The text that PostgreSQL reads as a `tsvector`. */
  toString(): string {
    let text = ''
    for (const [form, places] of this.#places) text += `${quoted(form)}:${places.join(',')} `
    return text
  }
}

/** A form as PostgreSQL reads it in a `tsvector` or `tsquery`. */
export function quoted(form: string): string {
  return `'${form.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
