import type { ProductRecord } from '../store/records.ts'
import { columnsOf } from './csv/columns.ts'
import { quoted } from './problems.ts'
import type { Table } from './csv/table.ts'

/** `products.csv`: the vendor's products, with a list price for each `price.…` column. */
export const products: Table<ProductRecord> = {
  file: 'products.csv',
  kind: 'products',
  columns: columnsOf([
    { names: ['key', 'name'], required: true },
    { names: ['sku'], help: 'else the key' },
    { names: ['price.'], help: 'a list price in this currency: `price.EUR`' },
    { names: ['family', 'active', 'externalId.'] },
  ]),
  row(row, id, key) {
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
  replace: (tables, { records }) => tables.products.put(records),
  find: (tables, ids) => tables.products.many(ids),
}
