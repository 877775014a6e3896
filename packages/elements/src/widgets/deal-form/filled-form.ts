import type { Deal, Field, FieldError, Form } from '@prmkit/contract'
import { fieldsOf, isCovered, isVisible, setValueAt, valueAt } from '@prmkit/contract/rules'
import { fieldErrors } from '../../primitives/field/check.ts'
import type { ShownError } from '../../primitives/field/context.ts'
import { effective, isEditable, type Values } from './values.ts'

/** An error with the field it belongs to, if it is one of the form's. */
export interface ListedError extends ShownError {
  readonly field?: Field | undefined
  /** False where the field is hidden or locked: only the summary can tell. */
  readonly reachable: boolean
}

interface Refused extends FieldError {
  /** What the field held when the backend refused it. */
  readonly was: string
}

const text = (value: unknown) => JSON.stringify(value) ?? ''

/** A form and what is typed into it: what is wrong, and what of that to show yet. */
export class FilledForm {
  form: Form
  /** The registration that is changed; none for a new one. */
  readonly deal: Deal | undefined
  readonly today: string
  values: Values
  /** True after an attempt to go on: everything wrong is shown. */
  tried = false
  #left = new Set<string>()
  #refused: readonly Refused[] = []

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

  /** Notes that somebody was in a field and left it: the time to say what is wrong. */
  leave(pointer: string): void {
    this.#left.add(pointer)
  }

  /** Takes the backend's refusals; each holds until its field changes. */
  refuse(errors: readonly FieldError[]): void {
    this.tried = true
    this.#refused = errors.map((error) => ({ ...error, was: text(this.#around(error.pointer)) }))
  }

  /** Everything wrong, in the order of the form; what has no field in it comes first. */
  errors(): ListedError[] {
    const { form, deal, today } = this
    const fields = fieldsOf(form)
    const kept = effective(form, this.values)
    const own = fields
      // What cannot be changed here was right when it was sent.
      .filter((field) => isVisible(field, kept) && isEditable(field, deal))
      .flatMap((field) => fieldErrors(field, kept, today))
    const refused = this.#refused.filter(({ pointer, was }) => text(this.#around(pointer)) === was)
    const place = ({ field }: ListedError) => (field ? fields.indexOf(field) : -1)
    return [...refused, ...own]
      .filter(
        ({ pointer }, index, all) => all.findIndex((one) => one.pointer === pointer) === index,
      )
      .map((error) => {
        const field = fields.find((one) => isCovered(error.pointer, [one.pointer]))
        return { ...error, field, reachable: !!field && !field.hidden && isEditable(field, deal) }
      })
      .toSorted((a, b) => place(a) - place(b))
  }

  /** What to show at one field now. */
  errorsAt(field: Field, errors: readonly ListedError[]): readonly ListedError[] {
    return errors.filter(
      (error) =>
        error.field === field && (this.tried || this.#left.has(field.pointer) || error.detail),
    )
  }

  /** What the errors at a pointer hang on: the whole field it lies in. */
  #around(pointer: string): unknown {
    const field = fieldsOf(this.form).find((one) => isCovered(pointer, [one.pointer]))
    return field ? valueAt(this.values, field.pointer) : undefined
  }
}
