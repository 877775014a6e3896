import * as z from 'zod/mini'
import { ExternalIds, Id, line, Money, paging } from './common.ts'

/** Something the vendor sells. */
export const Product = z.object({
  id: Id,
  externalIds: ExternalIds,
  sku: z.string(),
  name: z.string(),
  family: z.optional(z.string()),
  listPrices: z.array(Money),
})
export type Product = z.infer<typeof Product>

export const ProductQuery = z.strictObject({ ...paging, search: z.optional(line(200)) })
