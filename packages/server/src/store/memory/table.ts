/** The steps that take a transaction's changes back. */
export type Journal = (() => void)[]

/** Where tables write down how to undo a change; empty between transactions. */
export interface Undo {
  journal: Journal | undefined
  /** The name of the table that is made. */
  readonly name?: string
  /** Every table of the store with its name. */
  readonly tables?: { name: string; table: Table<object> }[]
  /** Every list of the store that is no table, and the way to replace an entry. */
  readonly lists?: {
    name: string
    list: readonly object[]
    replace(place: number, row: object): void
  }[]
}

/** A list of a store, which can be searched and rewritten with its tables. */
export function registerList<Row extends object>(undo: Undo, list: Row[]): void {
  undo.lists?.push({
    ...{ name: undo.name ?? '', list },
    replace(place, row) {
      const before = list[place]!
      list[place] = Object.freeze(row) as Row
      undo.journal?.push(() => void (list[place] = before))
    },
  })
}

/** Rows by id in order of insertion; every change can be undone. Rows are frozen: a change replaces the row. */
export class Table<Row extends object> {
  readonly rows = new Map<string, Row>()
  readonly #undo: Undo
  readonly #changed: (before: Row | undefined, after: Row | undefined) => void

  /** Calls `changed` after every change and after every undo, so that indexes can follow. */
  constructor(undo: Undo, changed: (before?: Row, after?: Row) => void = () => {}) {
    this.#undo = undo
    this.#changed = changed
    undo.tables?.push({ name: undo.name ?? '', table: this as unknown as Table<object> })
  }

  get(id: string): Row | undefined {
    return this.rows.get(id)
  }

  many(ids: readonly string[]): Row[] {
    return [...new Set(ids)].flatMap((id) => this.rows.get(id) ?? [])
  }

  put(id: string, row: Row): void {
    this.#replace(id, freeze(row))
  }

  /** Puts rows that have an id of their own. */
  async putAll(rows: readonly (Row & { id: string })[]): Promise<void> {
    for (const row of rows) this.put(row.id, row)
  }

  delete(id: string): void {
    this.#replace(id, undefined)
  }

  #replace(id: string, after: Row | undefined): void {
    const before = this.rows.get(id)
    this.#set(id, after)
    this.#changed(before, after)
    this.#undo.journal?.push(() => {
      this.#set(id, before)
      this.#changed(after, before)
    })
  }

  #set(id: string, row: Row | undefined): void {
    if (row) this.rows.set(id, row)
    else this.rows.delete(id)
  }
}

function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}
