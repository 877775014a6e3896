import type { Field } from '@prmkit/contract'
import type { Values } from '../forms/form-values.ts'
import type { RecordItem } from './record-scene.ts'

/** Something that the reader can do with a record, after answering a few fields. */
export interface RecordAction<Item extends RecordItem> {
  readonly name: string
  /** The words of its button and heading. */
  readonly label: string
  /** The sentence above its fields. */
  readonly hint?: string | undefined
  /** The words that announce its success. */
  readonly done: string
  /** True where it takes something away for good. */
  readonly isDanger?: boolean | undefined
  readonly fields: readonly Field[]
  /** The answers to begin with. */
  readonly values?: Values
  /**
   * Does it and answers the record afterwards, or nothing where the record was deleted. A key names
   * one step of one intention, so that a repeated press cannot do it twice.
   */
  run(asked: {
    readonly record: Item
    /** The answers as they stand. */
    readonly values: Values
    /** The answers of the visible fields, as a request has them. */
    readonly sent: Values
    readonly key: (step: string) => string
  }): Promise<Item | undefined>
}
