import { sql } from 'drizzle-orm'
import { fold, sortKey } from '../rules/shared/search.ts'
import type { ProductRecord } from '../store/records.ts'
import type { Products } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { keysetTable } from './query/keyset-table.ts'
import { hasWords } from './query/search.ts'
import { array, putRows } from './query/recordset.ts'
import { products } from './schema.ts'

const page = keysetTable<ProductRecord>(products, [products.nameKey, products.id])

export function productTable(queries: Queries): Products {
  return {
    async put(records) {
      await queries.execute(putRows(products, 'id', records.map(productRow)))
    },
    async many(ids) {
      if (ids.length === 0) return []
      const found = await queries
        .select({ record: products.record })
        .from(products)
        .where(sql`id = any(${array(ids)})`)
      return found.map(({ record }) => record)
    },
    list: (search, paging) =>
      page(queries, [sql`active`, ...hasWords(sql`search`, search)], paging),
  }
}

/** The row of a product: the columns by which SQL finds and sorts it, and the record. */
function productRow(product: ProductRecord): typeof products.$inferInsert {
  const { id, name, sku, family = '', active } = product
  return {
    id,
    nameKey: sortKey(name),
    search: fold(`${name} ${sku} ${family}`),
    active,
    record: product,
  }
}
