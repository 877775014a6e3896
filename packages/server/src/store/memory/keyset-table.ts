import type { Paging } from '../store.ts'
import type { Page } from '../types.ts'
import { pageOf, type Order } from './paging.ts'
import { Table, type Undo } from './table.ts'

/** Rows of a plain list: by id, and page by page in one order. */
export class KeysetTable<Row extends { id: string }> extends Table<Row> {
  readonly #order: Order<Row>

  constructor(undo: Undo, order: Order<Row>, changed?: (before?: Row, after?: Row) => void) {
    super(undo, changed)
    this.#order = order
  }

  /** One page of the rows given, or of all. */
  page(paging: Paging, rows: Iterable<Row> = this.rows.values()): Page<Row> {
    return pageOf(rows, this.#order, paging)
  }
}
