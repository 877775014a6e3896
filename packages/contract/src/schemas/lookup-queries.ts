import * as z from 'zod/mini'
import { Id, line, PartnerKind } from './common.ts'
import { paging } from './pages.ts'

/** The query of a list of users. */
export const UserQuery = z.strictObject({
  ...paging,
  /** Words that the name has, all of them. */
  search: z.optional(line(200)),
  /** The partner whose people the vendor asks for; a partner gets its own without it. */
  partnerId: z.optional(Id),
  /** Instead, the people whose access has ended; for the vendor alone. */
  former: z.optional(z.boolean()),
})

/** The query of a list of partners. */
export const PartnerQuery = z.strictObject({
  ...paging,
  /** Words that the name has, all of them. */
  search: z.optional(line(200)),
  /** Partners of this kind. */
  kind: z.optional(PartnerKind),
})

/** The query of a list of products. */
export const ProductQuery = z.strictObject({
  ...paging,
  /** Words that name, number or family have, all of them. */
  search: z.optional(line(200)),
})
