import type { FieldError, Form } from '@prmkit/contract'
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
  /** The refusals of the backend; each holds until its field changes. */
  refusals: readonly Refusal[] = []

  constructor(form: Form, values: Values, today: string, record?: R) {
    this.form = form
    this.values = values
    this.today = today
    this.record = record
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
