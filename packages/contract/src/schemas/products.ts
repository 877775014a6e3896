import * as z from 'zod/mini'
import { ExternalIds, Id, Money } from './common.ts'

/** Something the vendor sells. */
export const Product = z.object({
  /** The product’s id. */
  id: Id,
  /** Identifiers of the product in other systems. */
  externalIds: ExternalIds,
  /** The product’s number. */
  sku: z.string(),
  /** The product’s name. */
  name: z.string(),
  /** The product’s family. */
  family: z.optional(z.string()),
  /** The list price in each currency. */
  listPrices: z.array(Money),
})
export type Product = z.infer<typeof Product>

/** A product that a piece of content is about. */
export const ProductLink = z.object({
  /** The product’s id. */
  id: Id,
  /** The product’s name. */
  name: z.string(),
})
export type ProductLink = z.infer<typeof ProductLink>
