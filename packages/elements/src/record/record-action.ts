import type { Field } from '@prmkit/contract'
import type { Values } from '../forms/form-values.ts'
import type { ToastOptions } from '../primitives/toast/toast.ts'
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
  /** The way back, where the record as it is afterwards offers one. */
  undo?(after: Item): ToastOptions['action']
  /** True where it takes something away for good. */
  readonly isDanger?: boolean | undefined
  readonly fields: readonly Field[]
  /** The answers to begin with. */
  readonly values?: Values
  /** The request for these answers, as it goes through storage; nothing where all is done already. */
  request(asked: {
    readonly record: Item
    /** The answers as they stand. */
    readonly values: Values
    /** The answers of the visible fields, as a request has them. */
    readonly sent: Values
  }): object | undefined
  /**
   * Sends a request and answers the record afterwards, or nothing where the record was deleted. It
   * is repeated under its key and for the revision it was made for, so that it takes effect once.
   */
  send(request: object, to: Addressed): Promise<Item | undefined>
}

/** The record that a request is about, with its revision then, and the key of the request. */
export interface Addressed {
  readonly id: string
  readonly ifMatch: number
  readonly idempotencyKey: string
}
