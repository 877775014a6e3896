// Generated from routes.ts; see generate.ts.
import { Product } from '../schemas/products.ts'

/** The schemas of the answers of `products`; in brackets where pages hold them. */
export const answers = {
  list: [Product],
}
