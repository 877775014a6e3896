import { valueAt } from './pointer.ts'
import type { Condition, Field, Form } from '../schemas/forms.ts'

/** Tells whether a value counts as filled in: no blank text, no empty list, no refused consent. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  if (typeof value !== 'object') return true
  if ('given' in value) return value.given === true
  if ('amount' in value) return isFilled(value.amount)
  return true
}

/** Tells whether a condition holds for the values of a form. */
export function conditionHolds(condition: Condition, values: unknown): boolean {
  const value = valueAt(values, condition.field)
  if ('filled' in condition) return isFilled(value) === condition.filled
  const wanted = 'equals' in condition ? [condition.equals] : condition.oneOf
  const actual: readonly unknown[] = Array.isArray(value) ? value : [value]
  return actual.some((one) => wanted.includes(one as string))
}

/** Tells whether a field is part of the form for these values. Hidden fields are, though not shown. */
export function isVisible(field: Field, values: unknown): boolean {
  return !field.visibleWhen || conditionHolds(field.visibleWhen, values)
}

/** Tells whether a visible field must be filled in for these values. */
export function isRequired(field: Field, values: unknown): boolean {
  return (
    field.required === true ||
    (field.requiredWhen !== undefined && conditionHolds(field.requiredWhen, values))
  )
}

/** Every field of a form in order. */
export function fieldsOf(form: Form): Field[] {
  return form.sections.flatMap((section) => section.fields)
}
