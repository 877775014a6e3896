import * as z from 'zod/mini'
import { Pointer } from './common.ts'

/** The faults that one field can have. */
export const FieldErrorCode = z.enum([
  'required',
  'invalid-type',
  'invalid-format',
  'too-short',
  'too-long',
  'too-small',
  'too-big',
  'too-many',
  'unknown-field',
  'not-an-option',
  'not-editable',
  'not-found',
  'not-ready',
  'outdated',
  'in-the-past',
  'currency-mismatch',
])
export type FieldErrorCode = z.infer<typeof FieldErrorCode>

/** A fault of one field. */
export const FieldError = z.object({
  /** The place of the field in the request. */
  pointer: Pointer,
  /** The fault. */
  code: FieldErrorCode,
  /** The fault in words, for developers. */
  detail: z.string(),
})
export type FieldError = z.infer<typeof FieldError>
