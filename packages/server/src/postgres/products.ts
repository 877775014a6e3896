import { sql } from 'drizzle-orm'
import { fold, sortKey } from '../rules/shared/search.ts'
import type { ProductRecord } from '../store/records.ts'
import type { Products } from '../store/store.ts'
import { rowsOf, type Queries } from './database.ts'
import { hasWords, where } from './search.ts'
import { decodeCursor, isPlain, pageOf } from './paging.ts'
import { array, putRows } from './recordset.ts'
import { products } from './schema.ts'

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
    async list(search, { limit, cursor }) {
      const place = decodeCursor(cursor, [isPlain, isPlain])
      const rows = await rowsOf<{ record: ProductRecord; name_key: string }>(
        queries,
        sql`select record, name_key from products
          ${where([
            sql`active`,
            ...hasWords(sql`search`, search),
            ...(place ? [sql`(name_key, id) > (${place[0]}, ${place[1]})`] : []),
          ])}
          order by name_key, id limit ${limit + 1}`,
      )
      return pageOf(
        rows.map(({ record, name_key }) => ({ record, place: [name_key, record.id] })),
        limit,
      )
    },
  }
}

/** What SQL looks at in a product, and the product. */
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
