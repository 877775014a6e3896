import { currencyScale, fitsScale, isFilled } from '@prmkit/contract/rules'
import type { Money } from '../../base/values/format-money.ts'
import type { ShownError, Unmatched } from '../field/context.ts'

/** A line as it stands in the form: what is not yet valid is kept as it was typed. */
export interface Line {
  readonly productId?: string | Unmatched | undefined
  readonly name?: string | undefined
  readonly sku?: string | undefined
  readonly quantity?: number | string | undefined
  readonly unitPrice?: Money | undefined
}

const most = 1_000_000
const decimal = /^-?\d{1,15}(\.\d{1,4})?$/

/** Tells whether a quantity can be ordered. */
export const hasQuantity = (quantity: Line['quantity']): quantity is number =>
  typeof quantity === 'number' && Number.isInteger(quantity) && quantity > 0 && quantity <= most

/** Tells whether a price is a whole amount of its currency. */
export const hasPrice = (price: Line['unitPrice']): price is Money =>
  !!price && decimal.test(price.amount) && fitsScale(price)

/** Tells whether nothing was entered in a line. */
export const isBlank = ({ productId, unitPrice }: Line): boolean =>
  !isFilled(productId) && !isFilled(unitPrice)

/** Everything wrong with the lines of a field; blank ones at the end do not count. */
export function lineErrors(pointer: string, value: unknown): ShownError[] {
  return lastFilled(value).flatMap((line, index): ShownError[] => {
    const at = `${pointer}/${index}`
    const { productId, quantity, unitPrice } = line
    const errors: ShownError[] = []
    if (!productId) errors.push({ pointer: `${at}/productId`, code: 'required' })
    else if (typeof productId !== 'string')
      errors.push({ pointer: `${at}/productId`, code: 'not-an-option' })
    if (!hasQuantity(quantity)) {
      const [code, limit] =
        typeof quantity !== 'number'
          ? [quantity === undefined ? 'required' : 'invalid-type']
          : quantity > most
            ? ['too-big', most]
            : quantity < 1
              ? ['too-small', 1]
              : ['invalid-format', 0]
      errors.push({ pointer: `${at}/quantity`, code: code as string, limit })
    }
    if (unitPrice?.amount && !hasPrice(unitPrice))
      errors.push({ pointer: `${at}/unitPrice`, ...priceError(unitPrice) })
    return errors
  })
}

const priceError = ({ amount, currency }: Money) =>
  decimal.test(amount)
    ? { code: 'invalid-format', limit: currencyScale(currency) }
    : { code: 'invalid-type' }

/** The lines as a request takes them; undefined without any. */
export function sentLines(value: unknown): object[] | undefined {
  const lines = lastFilled(value).map(({ productId, quantity, unitPrice }) => ({
    productId,
    quantity,
    ...(unitPrice?.amount ? { unitPrice } : {}),
  }))
  return lines.length ? lines : undefined
}

function lastFilled(value: unknown): readonly Line[] {
  const lines = Array.isArray(value) ? (value as Line[]) : []
  return lines.slice(0, lines.findLastIndex((line) => !isBlank(line)) + 1)
}
