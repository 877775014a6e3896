import type { Field } from '@prmkit/contract'
import { formatDate, formatMoney, formatNumber } from '../../base/format.ts'
import type { FieldMessages } from '../../locales/field/catalog.ts'
import type { FieldContext, ShownError } from './context.ts'

type Texts = FieldMessages
type Key = {
  [K in keyof Texts]: Texts[K] extends `${string}{${string}`
    ? never
    : Texts[K] extends string
      ? K
      : never
}[keyof Texts]
type Kind = Field['type']

const required: Partial<Record<Kind, Key>> = {
  choice: 'errorRequiredChoice',
  multi_choice: 'errorRequiredChoice',
  yes_no: 'errorRequiredChoice',
  country: 'errorList',
  lookup: 'errorList',
  file: 'errorRequiredFile',
  product_lines: 'errorRequiredLines',
  consent: 'errorRequiredConsent',
}

const malformed: Partial<Record<Kind, Key>> = {
  email: 'errorEmail',
  url: 'errorUrl',
  phone: 'errorPhone',
  date: 'errorDate',
  country: 'errorList',
  lookup: 'errorList',
}

const plain: Record<string, Key> = {
  'not-an-option': 'errorList',
  'not-found': 'errorGone',
  'not-ready': 'errorNotReady',
  'not-editable': 'errorLocked',
  outdated: 'errorOutdated',
  'in-the-past': 'errorPast',
  'currency-mismatch': 'errorCurrency',
}

/** Says in the reader's language what is wrong with a field. */
export function errorText(context: FieldContext, field: Field, error: ShownError): string {
  const { t, locale } = context
  const { type } = field
  const { code, limit } = error
  const n = Number(limit)
  const counted = Number.isFinite(n)
  const bound = () => boundText(context, field, limit)

  if (code === 'required') return t(required[type] ?? 'errorRequired')
  if (code.startsWith('invalid')) {
    const key = malformed[type]
    if (key) return t(key)
    if (counted) return n === 0 ? t('errorWhole') : t('errorDecimals', { n })
    if (type === 'number' || type === 'money')
      return t('errorNumber', { example: formatNumber(locale, type === 'money' ? 1250 : 12) })
  } else if (counted && code === 'too-short') return t('errorShort', { n })
  else if (counted && code === 'too-long') return t('errorLong', { n })
  else if (counted && code === 'too-many') return t('errorMany', { n })
  else if (limit !== undefined && code === 'too-small')
    return t(type === 'date' ? 'errorEarly' : 'errorSmall', { limit: bound() })
  else if (limit !== undefined && code === 'too-big')
    return t(type === 'date' ? 'errorLate' : 'errorBig', { limit: bound() })
  else if (plain[code]) return t(plain[code])
  return error.detail ?? t('errorOther')
}

function boundText({ locale, today }: FieldContext, field: Field, limit: unknown): string {
  const text = String(limit)
  if (field.type === 'date') return formatDate(locale, text === 'today' ? today : text)
  const [currency, second] = field.currencies ?? []
  return field.type === 'money' && currency && !second
    ? formatMoney(locale, { amount: text, currency })
    : formatNumber(locale, text)
}
