import type { Deal, Field, Form } from '@prmkit/contract'
import { fieldsOf, isCovered, isVisible, setValueAt, valueAt } from '@prmkit/contract/rules'

/** The values of a form in the shape of the request body, input that is not yet valid among them. */
export type Values = Record<string, unknown>

const clone = <T>(value: T): T =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)

/** The values of a form's fields and of nothing else; a later layer wins over an earlier one. */
export function fill(form: Form, ...layers: unknown[]): Values {
  const values: Values = {}
  for (const { pointer } of fieldsOf(form)) {
    for (const layer of layers) {
      const value = copied(layer, pointer)
      if (value !== undefined && value !== null) setValueAt(values, pointer, value)
    }
  }
  return values
}

/** A page may set anything, also what cannot be copied. */
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

/** What a page sets; only a person agrees to what a person sees. */
export function fillFromPage(form: Form, values: unknown): Values {
  const result = fill(form, values)
  for (const { pointer, type, hidden } of fieldsOf(form)) {
    if (type === 'consent' && !hidden) setValueAt(result, pointer, undefined)
  }
  return result
}

/** What the form begins with: what was kept or is there already, else defaults and the page's values. */
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

/** Whether a field may be changed: all of a new registration, of another what the backend says. */
export const isEditable = (field: Field, deal: Deal | undefined): boolean =>
  !deal || isCovered(field.pointer, deal.editableFields)
