import type { Deal, FieldError, Form } from '@prmkit/contract'
import { setValueAt } from '@prmkit/contract/rules'
import type { Values } from './form-values.ts'

/** A refusal of the backend, and what its field held then. */
export interface Refusal extends FieldError {
  readonly was: string
}

/** A form and what is typed into it. */
export class FilledForm {
  readonly form: Form
  readonly values: Values
  readonly today: string
  /** The registration that is changed; none for a new one. */
  readonly deal: Deal | undefined
  /** True after an attempt to go on: everything wrong is shown. */
  tried = false
  /** The fields somebody was in and left: the time to say what is wrong. */
  readonly left = new Set<string>()
  /** What the backend refused; each holds until its field changes. */
  refusals: readonly Refusal[] = []

  constructor(form: Form, values: Values, today: string, deal?: Deal) {
    this.form = form
    this.values = values
    this.today = today
    this.deal = deal
  }

  /** Takes what was typed. */
  set(pointer: string, value: unknown): void {
    setValueAt(this.values, pointer, value)
  }

  /** Whether there can be anything to show as wrong. */
  get judged(): boolean {
    return this.tried || this.left.size > 0
  }
}
