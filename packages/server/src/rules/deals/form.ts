import type { Field, FieldError, Form } from '@prmkit/contract'
import {
  checkForm,
  fieldsOf,
  fitsScale,
  isCovered,
  isFilled,
  multiplyMoney,
  pointerTo,
  totalMoney,
  type FormError,
} from '@prmkit/contract/rules'
import type { DealContent } from './content.ts'

const details: Record<string, (limit: FormError['limit']) => string> = {
  required: () => 'The form needs this field.',
  'too-short': (limit) => `At least ${limit} characters are needed.`,
  'too-long': (limit) => `At most ${limit} characters are possible.`,
  'too-small': (limit) => `At least ${limit} is needed.`,
  'too-big': (limit) => `At most ${limit} is possible.`,
  'too-many': (limit) => `At most ${limit} are possible.`,
  'not-an-option': () => 'This is none of the options.',
  'in-the-past': () => 'This day is over in the vendor’s time zone.',
  outdated: () => 'The text has changed; agree to its current version.',
  'invalid-type': () => 'This is not the kind of value that the field takes.',
  'invalid-format': () => 'This does not have the right form.',
}

/** The errors that a form finds in a registration, and the lack of a company, which every form needs. */
export function formErrors(
  form: Form | undefined,
  content: DealContent,
  formVersion: string | undefined,
  today: string,
): FieldError[] {
  const found = form ? checkForm(form, content, today) : []
  const company = '/customer/companyName'
  if (!isFilled(content.customer?.companyName) && !found.some(({ pointer }) => pointer === company))
    found.unshift({ pointer: company, code: 'required' })
  const errors: FieldError[] = found.map(({ pointer, code, limit }) => ({
    ...{ pointer, code },
    detail: details[code]?.(limit) ?? 'This value is not possible.',
  }))
  if (errors.length > 0 && form && formVersion !== undefined && formVersion !== form.version)
    errors.push({
      pointer: '/formVersion',
      code: 'outdated',
      detail: `The form has changed; its version is ${form.version}.`,
    })
  return errors
}

/** The errors of fields that a change touches. */
export function errorsWithin(errors: FieldError[], changed: readonly string[]): FieldError[] {
  return errors.filter(
    ({ pointer }) =>
      isCovered(pointer, changed) || changed.some((one) => isCovered(one, [pointer])),
  )
}

/** Fields that only a vendor's form can bring in, and that this one does not. */
export function unknownFields(form: Form | undefined, content: object): FieldError[] {
  const known = form ? fieldsOf(form).map((field: Field) => field.pointer) : []
  const { custom = {}, consents = {} } = content as {
    custom?: object | null
    consents?: object | null
  }
  const pointers = [
    ...Object.keys(custom ?? {}).map((name) => pointerTo(['custom', name])),
    ...Object.keys(consents ?? {}).map((name) => pointerTo(['consents', name])),
  ]
  return pointers
    .filter((pointer) => !known.includes(pointer))
    .map((pointer) => ({
      pointer,
      code: 'unknown-field',
      detail: 'The form has no such field; check its spelling.',
    }))
}

/** More identifiers in other systems than a record can have; no schema counts names. */
export function idErrors({ externalIds }: Pick<DealContent, 'externalIds'>): FieldError[] {
  const most = 50
  if (Object.keys(externalIds ?? {}).length <= most) return []
  return [{ pointer: '/externalIds', code: 'too-many', detail: `At most ${most} are possible.` }]
}

/** Amounts whose currency the vendor does not take, or with more digits than the currency has. */
export function moneyErrors(content: DealContent, currencies: readonly string[]): FieldError[] {
  const prices = (content.lines ?? []).map(
    ({ unitPrice }, index) => [`/lines/${index}/unitPrice`, unitPrice] as const,
  )
  return [['/amount', content.amount] as const, ...prices].flatMap(
    ([pointer, money]): FieldError[] => {
      if (!money) return []
      if (!currencies.includes(money.currency))
        return [
          {
            pointer: `${pointer}/currency`,
            code: 'not-an-option',
            detail: `Possible: ${currencies.join(', ')}.`,
          },
        ]
      // A unit price may be finer than the currency's smallest coin; only sums are rounded.
      if (pointer === '/amount' && !fitsScale(money))
        return [
          {
            pointer: `${pointer}/amount`,
            code: 'invalid-format',
            detail: `${money.currency} has fewer digits after the decimal point.`,
          },
        ]
      return []
    },
  )
}

/** Lines whose sums are more than an amount can say. */
export function sumErrors({ lines }: Pick<DealContent, 'lines'>): FieldError[] {
  const tooBig = (pointer: string): FieldError => ({
    ...{ pointer, code: 'too-big' },
    detail: 'A sum has at most 15 digits before the decimal point.',
  })
  const fits = ({ amount }: { amount: string }) => /^-?\d{1,15}(\.|$)/.test(amount)
  const sums = (lines ?? []).map(
    ({ unitPrice, quantity }) => unitPrice && multiplyMoney(unitPrice, quantity),
  )
  const wrong = sums.flatMap((sum, index) =>
    sum && !fits(sum) ? [tooBig(`/lines/${index}/unitPrice`)] : [],
  )
  if (wrong.length > 0) return wrong
  return totalMoney(sums.filter((sum) => sum !== undefined)).every(fits) ? [] : [tooBig('/lines')]
}
