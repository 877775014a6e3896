import { multiplyMoney, type Amount } from '@prmkit/contract/rules'
import type { DealRecord } from '../../store/deals.ts'
import type { ProductRecord } from '../../store/records.ts'
import { split } from '../csv/columns.ts'
import { quoted } from '../problems.ts'
import type { Row } from '../csv/row.ts'

/** The keys of the products that a cell of lines names. */
export function productKeys(cell: string): string[] {
  return split(cell).map((line) => /^[^*@]+/.exec(line)?.[0].trim() ?? line)
}

/** Reads product lines such as `echo-200*24@395.52|basin-s*1`: key, quantity, price of one. */
export function readLines(row: Row, currency: string | undefined): DealRecord['lines'] {
  return row.list('lines').flatMap((line) => {
    const [, key, count, price] = /^([^*@]+)(?:\*([^*@]+))?(?:@([^*@]+))?$/.exec(line) ?? []
    if (key === undefined)
      return row.wrong('lines', `${quoted(line)} is no line. Write product*quantity@price.`) ?? []
    const productId = row.reference('lines', key.trim())
    const quantity = row.wholeOf('lines', count?.trim() ?? '1', 1, 1_000_000)
    const unitPrice = price === undefined ? undefined : readPrice(row, price.trim(), currency)
    if (productId === undefined || quantity === undefined) return []
    return {
      productId,
      quantity,
      ...productOf(row, productId),
      ...(unitPrice && { unitPrice, amount: multiplyMoney(unitPrice, quantity) }),
    }
  })
}

function productOf(row: Row, id: string | undefined) {
  const product = row.record<ProductRecord>('lines', id)
  return product && { name: product.name, sku: product.sku }
}

function readPrice(row: Row, text: string, currency: string | undefined): Amount | undefined {
  const [, number, own] = /^(.*?)\s*([A-Z]{3})?$/.exec(text) ?? []
  const code = own ?? currency
  if (code === undefined)
    return row.wrong('lines', 'A price needs a currency: fill in the column currency.')
  return row.money('lines', number ?? text, code)
}
