import * as z from 'zod/mini'
import { Id } from './common.ts'
import { FieldError } from './field-errors.ts'

/** The effect of one row. */
export const RowResult = z.enum(['created', 'changed', 'unchanged', 'refused'])
export type RowResult = z.infer<typeof RowResult>

/** The effect of one row, and why it was refused. */
export const BulkRow = z.object({
  /** The row’s key, as it was sent. */
  key: z.string(),
  /** The id of the record; absent where the row was refused and there is none. */
  id: z.optional(Id),
  /** The effect of the row. */
  result: RowResult,
  /** The faults of a refused row; pointers begin at the row. */
  errors: z.optional(z.array(FieldError)),
})
export type BulkRow = z.infer<typeof BulkRow>

/** The effects of many rows. A row that is refused leaves the others as they are. */
export const BulkResult = z.object({
  /** One entry for each row, in the order in which they were sent. */
  rows: z.array(BulkRow),
})
export type BulkResult = z.infer<typeof BulkResult>
