import type { Store, Tables } from '../store/store.ts'
import { quoted } from './problems.ts'

/** The part of a table that finding records needs. */
interface Findable {
  file: string
  kind: string
  find?(tables: Tables, ids: readonly string[]): Promise<readonly { id: string }[]>
}

/** Finds the records that keys name: those of this import and those of earlier ones. */
export class References {
  readonly #store: Store
  readonly #tables: ReadonlyMap<string, Findable>
  readonly #ids = new Map<string, Map<string, string>>()
  readonly #missing = new Map<string, Set<string>>()
  readonly #records = new Map<string, Map<string, { id: string }>>()

  constructor(store: Store, tables: readonly Findable[]) {
    this.#store = store
    this.#tables = new Map(tables.map((table) => [table.kind, table]))
  }

  /** Looks keys up, so that `id` knows them. */
  async load(kind: string, keys: Iterable<string>): Promise<void> {
    const known = this.#of(kind)
    const missing = entry(this.#missing, kind, () => new Set<string>())
    const unknown = [...new Set(keys)].filter((key) => !known.has(key) && !missing.has(key))
    if (unknown.length === 0) return
    const found = await this.#store.read.content.find(kind, unknown)
    for (const [key, { id }] of found) known.set(key, id)
    for (const key of unknown) if (!found.has(key)) missing.add(key)
  }

  /** Reads the records of loaded keys, where their table can find them, so that `record` knows them. */
  async loadRecords(kind: string, keys: Iterable<string>): Promise<void> {
    const find = this.#tables.get(kind)?.find
    const records = entry(this.#records, kind, () => new Map<string, { id: string }>())
    const unknown = [...new Set(keys)].flatMap((key) => {
      const id = this.id(kind, key)
      return id === undefined || records.has(id) ? [] : [id]
    })
    if (!find || unknown.length === 0) return
    for (const record of await find(this.#store.read, unknown)) records.set(record.id, record)
  }

  /** Remembers a record that this import brought. */
  add(kind: string, key: string, id: string): void {
    this.#of(kind).set(key, id)
    this.#missing.get(kind)?.delete(key)
  }

  id(kind: string, key: string): string | undefined {
    return this.#of(kind).get(key)
  }

  record(kind: string, id: string): { id: string } | undefined {
    return this.#records.get(kind)?.get(id)
  }

  /** Says that a key names nothing. */
  missing(kind: string, key: string): string {
    const file = this.#tables.get(kind)?.file ?? kind
    return `${quoted(key)} is not the key of a row in ${file} that could be used.`
  }

  #of(kind: string): Map<string, string> {
    return entry(this.#ids, kind, () => new Map<string, string>())
  }
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
