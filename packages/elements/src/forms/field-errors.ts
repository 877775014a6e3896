import type { Field } from '@prmkit/contract'
import { checkField, isFilled, valueAt } from '@prmkit/contract/rules'
import { lineErrors, sentLines } from '../primitives/product-lines/lines.ts'
import type { ShownError } from '../primitives/field/context.ts'

/** The errors of a visible field, with those of its lines and of unfinished uploads. */
export function fieldErrors(field: Field, values: unknown, today: string): ShownError[] {
  const value = valueAt(values, field.pointer)
  const error = checkField(field, values, today)
  if (error) return [error]
  if (field.type === 'product_lines') return lineErrors(field.pointer, value)
  const unfinished =
    field.type === 'file' && Array.isArray(value) && value.some((one) => typeof one !== 'string')
  return unfinished ? [{ pointer: field.pointer, code: 'not-ready' }] : []
}

/** A value as a request takes it; `undefined` where it is empty or unfinished. */
export function sendable({ type }: Field, value: unknown): unknown {
  if (type === 'product_lines') return sentLines(value)
  if (type === 'yes_no' || type === 'consent') return value ?? undefined
  if (!isFilled(value)) return undefined
  if (type !== 'file') return value
  const ids = (value as unknown[]).filter((one) => typeof one === 'string')
  return ids.length ? ids : undefined
}
