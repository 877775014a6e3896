import type { Field } from '@prmkit/contract'
import { fieldsOf, valueAt } from '@prmkit/contract/rules'
import type { FilledForm } from '../../../forms/filled-form.ts'

/** The fields that the availability check sends; the first one is required. */
export const asked = ['/customer/companyName', '/customer/website', '/customer/country'] as const

/** The definitions of those fields in the form, without conditions. */
export const checkFields = ({ form }: FilledForm): Field[] =>
  fieldsOf(form)
    .filter(({ pointer, hidden }) => asked.includes(pointer as (typeof asked)[0]) && !hidden)
    .map(({ visibleWhen: _, requiredWhen: __, ...field }) => ({
      ...field,
      required: field.pointer === asked[0],
    }))

/** The ids of the products that were chosen so far. */
export const chosenProducts = ({ values }: FilledForm): string[] => {
  const lines = valueAt(values, '/lines')
  return (Array.isArray(lines) ? lines : [])
    .map((line: { productId?: unknown }) => line?.productId)
    .filter((id): id is string => typeof id === 'string')
}
