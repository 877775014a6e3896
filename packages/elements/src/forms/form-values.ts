import type { Field, Form } from '@prmkit/contract'
import { fieldsOf, isCovered, isVisible, setValueAt, valueAt } from '@prmkit/contract/rules'
import { parseEmail } from '../base/values/parse-email.ts'
import type { FormRecord } from './form-record.ts'

/** The values of a form in the shape of the request body; input that is not yet valid is among them. */
export type Values = Record<string, unknown>

const clone = <T>(value: T): T =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)

/** The values of a form's fields and of nothing else; a later layer wins over an earlier one. */
export function fill(form: Form, ...layers: unknown[]): Values {
  const values: Values = {}
  for (const { pointer, type } of fieldsOf(form)) {
    for (const layer of layers) {
      const given = copied(layer, pointer)
      const value = type === 'email' && typeof given === 'string' ? parseEmail(given) : given
      if (value !== undefined && value !== null) setValueAt(values, pointer, value)
    }
  }
  return values
}

/** A copy of a value; `undefined` for one that cannot be copied, since a page may set anything. */
function copied(layer: unknown, pointer: string): unknown {
  try {
    return clone(valueAt(layer, pointer))
  } catch {
    return undefined
  }
}

/** The defaults of a form; agreement is never given beforehand. */
export function defaultsOf(form: Form): Values {
  const values: Values = {}
  for (const { pointer, type, default: value } of fieldsOf(form)) {
    if (value !== undefined && type !== 'consent') setValueAt(values, pointer, clone(value))
  }
  return values
}

/** The values that a page sets, without consents that the form shows: only a person gives those. */
export function fillFromPage(form: Form, values: unknown): Values {
  const result = fill(form, values)
  for (const { pointer, type, hidden } of fieldsOf(form)) {
    if (type === 'consent' && !hidden) setValueAt(result, pointer, undefined)
  }
  return result
}

/** The first values of a form: those that were kept or stored, else its defaults and the page's values. */
export function startOf(form: Form, prefill: unknown, kept: unknown): Values {
  const values = kept ? fill(form, kept) : fill(form, defaultsOf(form), fillFromPage(form, prefill))
  // The page, not an old draft, says what the hidden fields hold.
  for (const { pointer, hidden } of fieldsOf(form)) {
    const value = hidden && copied(prefill, pointer)
    if (value) setValueAt(values, pointer, value)
  }
  return values
}

/** The values without those of fields that are not part of the form for these values. */
export function effective(form: Form, values: Values): Values {
  const kept = clone(values)
  const rest = new Set(fieldsOf(form))
  for (let before = -1; before !== rest.size;) {
    before = rest.size
    for (const field of rest) {
      if (isVisible(field, kept)) continue
      setValueAt(kept, field.pointer, undefined)
      rest.delete(field)
    }
  }
  return kept
}

/** Tells whether a field may be changed: each of a new record, else those that the backend names. */
export const isEditable = (
  field: Field,
  record: Pick<FormRecord, 'editableFields'> | undefined,
): boolean => !record || isCovered(field.pointer, record.editableFields)
