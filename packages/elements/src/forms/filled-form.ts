import type { Field, FieldError, Form } from '@prmkit/contract'
import { setValueAt } from '@prmkit/contract/rules'
import type { FormRecord } from './form-record.ts'
import type { Values } from './form-values.ts'

/** A refusal of the backend, with the value that the field had then. */
export interface Refusal extends FieldError {
  readonly was: string
}

/** A form and the values that were entered into it. */
export class FilledForm<R extends FormRecord = FormRecord> {
  readonly form: Form
  readonly values: Values
  readonly today: string
  /** The record that is changed; none for a new one. */
  readonly record: R | undefined
  /** True after an attempt to go on: every error is shown. */
  tried = false
  /** The pointers of the fields that the reader has left: their errors are shown. */
  readonly left = new Set<string>()
  /** The sections, by index, whose optional fields are open. */
  readonly unfolded = new Set<number>()
  readonly #folds = new Map<string | undefined, boolean>()
  /** The refusals of the backend; each holds until its field changes. */
  refusals: readonly Refusal[] = []

  constructor(form: Form, values: Values, today: string, record?: R) {
    this.form = form
    this.values = values
    this.today = today
    this.record = record
  }

  /**
   * Tells whether a field stands among the optional ones of its section: it never was required and
   * began empty, or hangs on such a field. Product lines stay in view, as the deal is about them.
   */
  isFolded({ pointer, type, visibleWhen }: Field, required: boolean, value: unknown): boolean {
    const folds = this.#folds
    const isEmpty = !required && (folds.get(pointer) ?? value === undefined)
    const isFolded =
      !this.record && type !== 'product_lines' && (folds.get(visibleWhen?.field) || isEmpty)
    folds.set(pointer, isFolded)
    return isFolded
  }

  /** Sets the value of a field. */
  set(pointer: string, value: unknown): void {
    setValueAt(this.values, pointer, value)
  }

  /** Tells whether there can be an error to show. */
  get judged(): boolean {
    return this.tried || this.left.size > 0
  }
}
