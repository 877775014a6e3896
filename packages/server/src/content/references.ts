import type { Person } from '@prmkit/contract'
import type { ContentKind, ContentRecords, Store } from '../store/store.ts'
import { quoted } from './problems.ts'

/** Finds the records that keys name: those of this import and those of earlier ones. */
export class References {
  readonly #store: Store
  readonly #ids = new Map<ContentKind, Map<string, string>>()
  readonly #missing = new Map<ContentKind, Set<string>>()
  readonly #products = new Map<string, { name: string; sku: string }>()
  readonly #people = new Map<string, Person>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Looks keys up, so that `id` knows them. */
  async load(kind: ContentKind, keys: Iterable<string>): Promise<void> {
    const known = this.#of(kind)
    const missing = this.#missing.get(kind) ?? new Set()
    this.#missing.set(kind, missing)
    const unknown = [...new Set(keys)].filter((key) => !known.has(key) && !missing.has(key))
    if (unknown.length === 0) return
    const found = await this.#store.read.content.ids(kind, unknown)
    for (const [key, id] of found) known.set(key, id)
    for (const key of unknown) if (!found.has(key)) missing.add(key)
    if (kind === 'products') await this.#loadProducts([...found.values()])
    if (kind === 'users')
      for (const user of await this.#store.read.users.many([...found.values()])) this.#know(user)
  }

  #know({ id, name, role }: ContentRecords['users']): void {
    const side = role === 'vendor_manager' ? 'vendor' : 'partner'
    this.#people.set(id, { userId: id, name, side })
  }

  async #loadProducts(ids: readonly string[]): Promise<void> {
    for (const { id, name, sku } of await this.#store.read.products.many(ids))
      this.#products.set(id, { name, sku })
  }

  /** Remembers a record that this import brought. */
  add(kind: ContentKind, key: string, record: ContentRecords[ContentKind]): void {
    this.#of(kind).set(key, record.id)
    this.#missing.get(kind)?.delete(key)
    if ('sku' in record) this.#products.set(record.id, { name: record.name, sku: record.sku })
    if ('role' in record) this.#know(record)
  }

  id(kind: ContentKind, key: string): string | undefined {
    return this.#of(kind).get(key)
  }

  person(id: string): Person | undefined {
    return this.#people.get(id)
  }

  product(id: string): { name: string; sku: string } | undefined {
    return this.#products.get(id)
  }

  /** Says that a key names nothing. */
  missing(kind: ContentKind, key: string): string {
    return `${quoted(key)} is not the key of a row in ${kind}.csv that could be used.`
  }

  #of(kind: ContentKind): Map<string, string> {
    let ids = this.#ids.get(kind)
    if (!ids) this.#ids.set(kind, (ids = new Map()))
    return ids
  }
}
