import type { Field, Form } from '@prmkit/contract'
import { fieldsOf, setValueAt, valueAt } from '@prmkit/contract/rules'
import { sendable } from './field-errors.ts'
import type { FormRecord } from './form-record.ts'
import { effective, fill, fillFromPage, isEditable, type Values } from './form-values.ts'

/** The request that makes a record: the form's values after `head`, which the form does not ask for. */
export function bodyOf<Body = Values>(form: Form, values: Values, head: Values = {}): Body {
  const body: Values = { ...head, formVersion: form.version }
  const kept = effective(form, values)
  for (const field of fieldsOf(form)) {
    const value = sendable(field, valueAt(kept, field.pointer))
    if (value !== undefined) setValueAt(body, field.pointer, value)
  }
  return body as Body
}

/** The values of a record, as a form for it begins. */
export function valuesOf(form: Form, record: FormRecord): Values {
  const { lines, attachments, consents = {} } = record
  return fill(form, {
    ...record,
    lines: lines?.map(({ productId, quantity, unitPrice }) => ({
      productId,
      quantity,
      ...(unitPrice && { unitPrice }),
    })),
    fileIds: attachments?.map(({ fileId }) => fileId),
    consents: Object.fromEntries(
      Object.entries(consents).map(([name, { version, given }]) => [name, { version, given }]),
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

/** The request that changes a record, or `undefined` where nothing differs. */
export function patchOf(form: Form, values: Values, record: FormRecord): Values | undefined {
  const before = valuesOf(form, record)
  const changed = changes(form, before, effective(form, values)).filter(([field]) =>
    isEditable(field, record),
  )
  if (!changed.length) return undefined
  const patch: Values = record.status === 'draft' ? { formVersion: form.version } : {}
  for (const [{ pointer }, value] of changed) setValueAt(patch, pointer, value ?? null)
  return patch
}

/** The reader's own changes of a record, on top of what others changed in it meanwhile. */
export function rebase(form: Form, values: Values, before: FormRecord, after: FormRecord): Values {
  const result = valuesOf(form, after)
  for (const [{ pointer }] of changes(form, valuesOf(form, before), values)) {
    setValueAt(result, pointer, valueAt(values, pointer))
  }
  return result
}

/** Takes new values of the page where nobody changed the earlier ones, and in hidden fields anyway. */
export function refill(form: Form, values: Values, before: unknown, after: unknown): void {
  const [old, next] = [before, after].map((page) => fillFromPage(form, page))
  for (const { pointer, hidden } of fieldsOf(form)) {
    const now = JSON.stringify(valueAt(values, pointer))
    const untouched = now === undefined || now === JSON.stringify(valueAt(old, pointer))
    if (hidden || untouched) setValueAt(values, pointer, valueAt(next, pointer))
  }
}
