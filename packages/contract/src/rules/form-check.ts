import { valueAt } from './pointer.ts'
import { currencyScale, fitsScale } from './currency.ts'
import { emailLength, emailPattern } from './email.ts'
import { fieldsOf, isFilled, isRequired, isVisible } from './form.ts'
import type { Field, Form } from '../schemas/forms.ts'
import type { FieldErrorCode } from '../schemas/field-errors.ts'

/** A fault of one field of a filled-in form. */
export interface FormError {
  pointer: string
  code: FieldErrorCode
  /** The bound that was crossed, where there is one. */
  limit?: number | string
}

// Deliberately simple: the contract's schemas stay the judge of the exact formats. Neighbouring parts of a
// pattern share no character, so that 10,000 of them are checked in one go.
const formats: Partial<Record<Field['type'], RegExp>> = {
  email: emailPattern,
  url: /^https?:\/\/[^\s/.]+\.\S+$/i,
  phone: /^\+[1-9]\d{6,14}$/,
  country: /^[A-Z]{2}$/,
  date: /^(?!0000)\d{4}-\d{2}-\d{2}$/,
  number: /^-?\d+(\.\d+)?$/,
}

function compare(value: string | number, bound: string | number, today: string): number {
  if (typeof value === 'number') return value - Number(bound)
  const limit = bound === 'today' ? today : String(bound)
  if (/^\d{4}-/.test(value)) return value < limit ? -1 : value > limit ? 1 : 0
  return Number(value) - Number(limit)
}

/** How many decimals a number has; JavaScript writes small ones as 1e-7. */
function digitsAfterPoint(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}

function checkRange(
  field: Field,
  value: string | number,
  today: string,
): Omit<FormError, 'pointer'> | undefined {
  if (field.min !== undefined && compare(value, field.min, today) < 0)
    return field.min === 'today' ? { code: 'in-the-past' } : { code: 'too-small', limit: field.min }
  if (field.max !== undefined && compare(value, field.max, today) > 0)
    return { code: 'too-big', limit: field.max }
  return undefined
}

function checkValue(
  field: Field,
  value: unknown,
  today: string,
): Omit<FormError, 'pointer'> | undefined {
  const options = field.options?.map((option) => option.value)
  switch (field.type) {
    case 'money': {
      const money = value as { amount?: unknown; currency?: unknown }
      if (typeof money.amount !== 'string' || typeof money.currency !== 'string')
        return { code: 'invalid-type' }
      if (!/^-?\d{1,15}(\.\d{1,4})?$/.test(money.amount)) return { code: 'invalid-format' }
      if (field.currencies && !field.currencies.includes(money.currency))
        return { code: 'not-an-option' }
      if (!fitsScale(money as { amount: string; currency: string }))
        return { code: 'invalid-format', limit: currencyScale(money.currency) }
      return checkRange(field, money.amount, today)
    }
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'invalid-type' }
      if (field.scale !== undefined && digitsAfterPoint(value) > field.scale)
        return { code: 'invalid-format', limit: field.scale }
      return checkRange(field, value, today)
    }
    case 'yes_no':
      return typeof value === 'boolean' ? undefined : { code: 'invalid-type' }
    case 'consent': {
      const consent = value as { version?: unknown }
      return field.consent && consent.version !== field.consent.version
        ? { code: 'outdated' }
        : undefined
    }
    case 'multi_choice':
      if (!Array.isArray(value)) return { code: 'invalid-type' }
      return options && value.some((one) => !options.includes(one as string))
        ? { code: 'not-an-option' }
        : undefined
    case 'file':
    case 'product_lines':
      if (!Array.isArray(value)) return { code: 'invalid-type' }
      return field.maxFiles !== undefined && value.length > field.maxFiles
        ? { code: 'too-many', limit: field.maxFiles }
        : undefined
    default:
  }
  if (typeof value !== 'string') return { code: 'invalid-type' }
  const { maxLength = field.type === 'email' ? emailLength : Infinity } = field
  if (value.length > maxLength) return { code: 'too-long', limit: maxLength }
  if (field.minLength !== undefined && value.trim().length < field.minLength)
    return { code: 'too-short', limit: field.minLength }
  if (formats[field.type]?.test(value) === false) return { code: 'invalid-format' }
  if (field.type === 'choice' && options && !options.includes(value))
    return { code: 'not-an-option' }
  if (field.type !== 'date') return undefined
  // To `Date`, 30 February is 2 March.
  if (!new Date(value).toJSON()?.startsWith(value)) return { code: 'invalid-format' }
  return checkRange(field, value, today)
}

/** The first thing wrong with a visible field for these values; `today` is `YYYY-MM-DD` in the vendor's zone. */
export function checkField(field: Field, values: unknown, today: string): FormError | undefined {
  const value = valueAt(values, field.pointer)
  // To a question, no is an answer too.
  if (!isFilled(value) && !(field.type === 'yes_no' && value === false))
    return isRequired(field, values) ? { pointer: field.pointer, code: 'required' } : undefined
  const error = checkValue(field, value, today)
  return error && { pointer: field.pointer, ...error }
}

/** Everything wrong with a filled-in form, in the order of its fields; invisible fields do not count. */
export function checkForm(form: Form, values: unknown, today: string): FormError[] {
  return fieldsOf(form).flatMap((field) => {
    const error = isVisible(field, values) ? checkField(field, values, today) : undefined
    return error ? [error] : []
  })
}
