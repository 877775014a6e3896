import type { Field } from '@prmkit/contract'
import { formatMoney } from '../../base/values/format-money.ts'
import { formatDate, formatNumber } from '../../base/values/format.ts'
import type { FieldMessages } from '../../locales/field/catalog.ts'
import type { FieldContext, ShownError } from './context.ts'

type Texts = FieldMessages
type Key = {
  [K in keyof Texts]: Texts[K] extends `${string}{field}${string}`
    ? K
    : Texts[K] extends `${string}{${string}`
      ? never
      : Texts[K] extends string
        ? K
        : never
}[keyof Texts]
type Kind = Field['type']

const required: Partial<Record<Kind, Key>> = {
  choice: 'errorChoice',
  country: 'errorChoice',
  lookup: 'errorChoice',
  multi_choice: 'errorRequiredMany',
  yes_no: 'errorRequiredAnswer',
  file: 'errorRequiredFile',
  product_lines: 'errorRequiredLines',
  consent: 'errorRequiredConsent',
}

const malformed: Partial<Record<Kind, Key>> = {
  email: 'errorEmail',
  url: 'errorUrl',
  phone: 'errorPhone',
  date: 'errorDate',
  country: 'errorChoice',
  lookup: 'errorChoice',
}

const plain: Record<string, Key> = {
  'not-an-option': 'errorChoice',
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
  // English says “an industry”.
  const say = (key: Key) =>
    t(key as 'errorChoice', { field: nameOf(field, locale) }).replace(/\ba (?=[aeio])/, 'an ')

  if (code === 'required')
    return say(isQuestion(field) ? 'errorRequiredAnswer' : (required[type] ?? 'errorRequired'))
  if (code.startsWith('invalid')) {
    const key = malformed[type]
    if (key) return say(key)
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
  else if (plain[code]) return say(plain[code])
  return error.detail ?? t('errorOther')
}

const isQuestion = ({ label }: Field) => /[?؟]$/.test(label)

/** The label of a field within a sentence: English writes it small, unless it is an abbreviation. */
const nameOf = ({ label }: Field, locale: string): string =>
  locale.startsWith('en') && /^\p{Lu}\P{Lu}+$/u.test(label)
    ? label[0]!.toLowerCase() + label.slice(1)
    : label

function boundText({ locale, today }: FieldContext, field: Field, limit: unknown): string {
  const text = String(limit)
  if (field.type === 'date') return formatDate(locale, text === 'today' ? today : text)
  const [currency, second] = field.currencies ?? []
  return field.type === 'money' && currency && !second
    ? formatMoney(locale, { amount: text, currency })
    : formatNumber(locale, text)
}
