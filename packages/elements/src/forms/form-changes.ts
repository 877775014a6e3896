import type { Deal, DealInput, DealPatch, Field, Form } from '@prmkit/contract'
import { fieldsOf, setValueAt, valueAt } from '@prmkit/contract/rules'
import { sendable } from './field-errors.ts'
import { effective, fill, fillFromPage, isEditable, type Values } from './form-values.ts'

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

/** JSON with its keys in order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? ''

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

/** Sets what the page now gives where nobody changed what it gave before, and hidden fields anyway. */
export function refill(form: Form, values: Values, before: unknown, after: unknown): void {
  const [old, next] = [before, after].map((page) => fillFromPage(form, page))
  for (const { pointer, hidden } of fieldsOf(form)) {
    const now = JSON.stringify(valueAt(values, pointer))
    const untouched = now === undefined || now === JSON.stringify(valueAt(old, pointer))
    if (hidden || untouched) setValueAt(values, pointer, valueAt(next, pointer))
  }
}
