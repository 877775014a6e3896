import { quoted } from './problems.ts'
import type { Table } from './table.ts'

/** `products.csv`: what the vendor sells, with a list price for each `price.…` column. */
export const products: Table<'products'> = {
  kind: 'products',
  columns: {
    names: ['key', 'sku', 'name', 'family', 'active'],
    required: ['key', 'name'],
    prefixes: ['price.', 'externalId.'],
  },
  references: [],
  record(row, id, key) {
    const family = row.text('family')
    const listPrices = row.header.family('price.').flatMap(({ column, name: currency }) => {
      const price = row.cell(column)
      if (price === undefined) return []
      if (!/^[A-Z]{3}$/.test(currency))
        return row.wrong(column, `${quoted(currency)} is not the code of a currency.`) ?? []
      return row.money(column, price, currency) ?? []
    })
    return {
      id,
      externalIds: row.externalIds(key),
      sku: row.text('sku', 64) ?? key,
      name: row.required('name', row.text('name'), ''),
      ...(family !== undefined && { family }),
      listPrices,
      active: row.flag('active') ?? true,
    }
  },
}
