import type { Discovery } from '@prmkit/contract'
import type { Client } from '../base/portal.ts'
import type { Choice, FieldContext, Source, StoredFile } from '../primitives/field/context.ts'
import type { FormRecord } from './form-record.ts'

/** Searches the backend's lists for the fields of a form, and remembers the names that it saw. */
export class FieldLists {
  readonly names = new Map<string, Choice>()
  readonly files = new Map<string, StoredFile>()
  readonly #client: Client
  readonly #firsts = new Map<Source, Promise<Choice[]>>()

  constructor(client: Client, record?: FormRecord) {
    this.#client = client
    for (const { productId, name, sku } of record?.lines ?? []) {
      if (name) this.#learn('products', [{ value: productId, label: name, detail: sku }])
    }
    for (const { fileId, ...file } of record?.attachments ?? []) {
      this.files.set(fileId, { id: fileId, ...file })
    }
  }

  /** Searches a list of the backend. */
  async search(source: Source, text: string, signal?: AbortSignal): Promise<readonly Choice[]> {
    const query = { limit: 20, ...(text && { search: text.slice(0, 200) }) }
    const page = await this.#page(source, query, signal)
    return this.#learn(source, page)
  }

  /** Names an entry: one that was seen, or one among the first hundred of its list. */
  async find(source: Source, value: string): Promise<Choice | undefined> {
    const key = source + value
    if (!this.names.has(key)) {
      const first = this.#firsts.get(source) ?? this.#page(source, { limit: 100 })
      this.#firsts.set(source, first)
      first.catch(() => this.#firsts.delete(source))
      this.#learn(source, await first)
    }
    return this.names.get(key)
  }

  #learn(source: Source, choices: readonly Choice[]): readonly Choice[] {
    for (const choice of choices) this.names.set(source + choice.value, choice)
    return choices
  }

  async #page(
    source: Source,
    query: { limit: number; search?: string },
    signal?: AbortSignal,
  ): Promise<Choice[]> {
    const options = { signal }
    if (source === 'products') {
      const { items } = await this.#client.products.list({ query }, options)
      return items.map(({ id, name, sku, listPrices }) => ({
        value: id,
        label: name,
        detail: sku,
        prices: listPrices,
      }))
    }
    const { items } = await this.#client[source].list({ query }, options)
    return items.map(({ id, name }) => ({ value: id, label: name }))
  }
}

/** The civil date now in a time zone. */
export function todayIn(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone }).format()
  } catch {
    return new Date().toISOString().slice(0, 10)
  }
}

/** Joins texts, locale and lists for the fields. */
export const contextOf = (
  lists: FieldLists,
  discovery: Discovery,
  base: Pick<FieldContext, 't' | 'locale' | 'upload'>,
): FieldContext => ({
  ...base,
  today: todayIn(discovery.timeZone),
  currencies: discovery.currencies,
  country: base.locale.split('-').find((part) => /^[A-Z]{2}$/.test(part)),
  search: (source, text, signal) => lists.search(source, text, signal),
  find: (source, value) => lists.find(source, value),
  files: lists.files,
})
