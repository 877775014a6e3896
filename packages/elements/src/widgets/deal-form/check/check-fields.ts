import type { Field } from '@prmkit/contract'
import { fieldsOf, valueAt } from '@prmkit/contract/rules'
import type { FilledForm } from '../../../forms/filled-form.ts'

/** What the availability check asks for; the first of them always. */
export const asked = ['/customer/companyName', '/customer/website', '/customer/country'] as const

/** The fields of the form that the availability check asks for. */
export const checkFields = ({ form }: FilledForm): Field[] =>
  fieldsOf(form)
    .filter(({ pointer, hidden }) => asked.includes(pointer as (typeof asked)[0]) && !hidden)
    .map(({ visibleWhen: _, requiredWhen: __, ...field }) => ({
      ...field,
      required: field.pointer === asked[0],
    }))

/** The products that were chosen so far. */
export const chosenProducts = ({ values }: FilledForm): string[] => {
  const lines = valueAt(values, '/lines')
  return (Array.isArray(lines) ? lines : [])
    .map((line: { productId?: unknown }) => line?.productId)
    .filter((id): id is string => typeof id === 'string')
}
