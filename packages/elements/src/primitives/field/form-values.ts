import type { Deal, DealInput, DealPatch, Field, Form } from '@prmkit/contract'
import { fieldsOf, isCovered, isVisible, setValueAt, valueAt } from '@prmkit/contract/rules'
import { sendable } from './check.ts'

/** The values of a form in the shape of the request body, input that is not yet valid among them. */
export type Values = Record<string, unknown>

const clone = <T>(value: T): T =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)

/** The values of a form's fields and of nothing else; a later layer wins over an earlier one. */
export function fill(form: Form, ...layers: unknown[]): Values {
  const values: Values = {}
  for (const field of fieldsOf(form)) {
    for (const layer of layers) {
      const value = copied(layer, field.pointer)
      if (value !== undefined && value !== null) setValueAt(values, field.pointer, value)
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

/** What is sent to register a deal. */
export function bodyOf(form: Form, values: Values, status: 'draft' | 'submitted'): DealInput {
  const body: Values = { status, formVersion: form.version }
  const kept = effective(form, values)
  for (const field of fieldsOf(form)) {
    const value = sendable(field, valueAt(kept, field.pointer))
    if (value !== undefined) setValueAt(body, field.pointer, value)
  }
  return body as DealInput
}

/** The values of a registration, as a form for it begins. */
export function valuesOf(form: Form, deal: Deal): Values {
  return fill(form, {
    ...deal,
    lines: deal.lines.map(({ productId, quantity, unitPrice }) => ({
      productId,
      quantity,
      ...(unitPrice && { unitPrice }),
    })),
    fileIds: deal.attachments.map(({ fileId }) => fileId),
    consents: Object.fromEntries(
      Object.entries(deal.consents).map(([name, { version, given }]) => [name, { version, given }]),
    ),
  })
}

/** What the form begins with: what was kept, else the registration, else defaults and the page's. */
export function startOf(form: Form, prefill: unknown, kept: unknown, deal?: Deal): Values {
  const begun = deal ? valuesOf(form, deal) : fill(form, defaultsOf(form), prefill)
  const values = kept ? fill(form, kept) : begun
  // The page, not an old draft, says what the hidden fields hold.
  for (const { pointer, hidden } of fieldsOf(form)) {
    const value = hidden && valueAt(fill(form, prefill), pointer)
    if (value) setValueAt(values, pointer, value)
  }
  return values
}

/** Sets what the page now gives where nobody changed what it gave before, and hidden fields anyway. */
export function refill(form: Form, values: Values, before: unknown, after: unknown): void {
  const [old, next] = [fill(form, before), fill(form, after)]
  for (const { pointer, hidden } of fieldsOf(form)) {
    const now = JSON.stringify(valueAt(values, pointer))
    const untouched = now === undefined || now === JSON.stringify(valueAt(old, pointer))
    if (hidden || untouched) setValueAt(values, pointer, valueAt(next, pointer))
  }
}

/** Whether a field may be changed: all of a new registration, of another what the backend says. */
export const isEditable = (field: Field, deal: Deal | undefined): boolean =>
  !deal || isCovered(field.pointer, deal.editableFields)

/** The fields that differ between two sets of values, as a request would have them. */
const changes = (form: Form, before: Values, after: Values): [Field, unknown][] =>
  fieldsOf(form).flatMap((field): [Field, unknown][] => {
    const [old, value] = [before, after].map((all) => sendable(field, valueAt(all, field.pointer)))
    return sorted(old) === sorted(value) ? [] : [[field, value]]
  })

/** What is sent to change a registration, or `undefined` where nothing differs. */
export function patchOf(form: Form, values: Values, deal: Deal): DealPatch | undefined {
  const changed = changes(form, valuesOf(form, deal), effective(form, values)).filter(([field]) =>
    isEditable(field, deal),
  )
  if (!changed.length) return undefined
  const patch: Values = deal.status === 'draft' ? { formVersion: form.version } : {}
  for (const [{ pointer }, value] of changed) setValueAt(patch, pointer, value ?? null)
  return patch
}

/** One's own changes of a registration on top of what others made of it meanwhile. */
export function rebase(form: Form, values: Values, before: Deal, after: Deal): Values {
  const result = valuesOf(form, after)
  for (const [{ pointer }] of changes(form, valuesOf(form, before), values)) {
    setValueAt(result, pointer, valueAt(values, pointer))
  }
  return result
}

/** JSON with its keys in order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? ''
