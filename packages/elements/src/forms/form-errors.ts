import type { Field, FieldError } from '@prmkit/contract'
import { fieldsOf, isCovered, isVisible, valueAt } from '@prmkit/contract/rules'
import { fieldErrors } from './field-errors.ts'
import type { ShownError } from '../primitives/field/context.ts'
import type { FilledForm } from './filled-form.ts'
import { effective, isEditable } from './form-values.ts'

/** An error with the field it belongs to, if it is one of the form's. */
export interface ListedError extends ShownError {
  readonly field?: Field | undefined
  /** False where the field is hidden or locked: only the summary can tell. */
  readonly reachable: boolean
}

/** The value of the field around a pointer, as text: a refusal holds as long as it is the same. */
function around({ form, values }: FilledForm, pointer: string): string {
  const field = fieldsOf(form).find((one) => isCovered(pointer, [one.pointer]))
  return JSON.stringify(field && valueAt(values, field.pointer)) ?? ''
}

/** Stores the backend's refusals. */
export function refuse(filled: FilledForm, errors: readonly FieldError[]): void {
  filled.tried = true
  filled.refusals = errors.map((error) => ({ ...error, was: around(filled, error.pointer) }))
}

/** All errors in the order of the form; those without a field of it come first. */
export function errorsOf(filled: FilledForm): ListedError[] {
  const { form, record, today, refusals } = filled
  const fields = fieldsOf(form)
  const kept = effective(form, filled.values)
  const own = fields
    // The backend accepted the fields that cannot be changed here.
    .filter((field) => isVisible(field, kept) && isEditable(field, record))
    .flatMap((field) => fieldErrors(field, kept, today))
  const refused = refusals.filter(({ pointer, was }) => around(filled, pointer) === was)
  const place = ({ field }: ListedError) => (field ? fields.indexOf(field) : -1)
  return [...refused, ...own]
    .filter(({ pointer }, index, all) => all.findIndex((one) => one.pointer === pointer) === index)
    .map((error) => {
      const field = fields.find((one) => isCovered(error.pointer, [one.pointer]))
      return { ...error, field, reachable: !!field && !field.hidden && isEditable(field, record) }
    })
    .toSorted((a, b) => place(a) - place(b))
}

/** The errors to show at one field now. */
export const errorsAt = (
  { tried, left }: FilledForm,
  field: Field,
  errors: readonly ListedError[],
): readonly ListedError[] =>
  errors.filter((error) => error.field === field && (tried || left.has(field.pointer)))
