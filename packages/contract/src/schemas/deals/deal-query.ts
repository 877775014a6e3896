import * as z from 'zod/mini'
import { Country, filledIn, WebUrl } from '../common-input.ts'
import { CivilDate, Id, line } from '../common.ts'
import { DealStatus } from './deals.ts'
import { paging } from '../pages.ts'

/** The orders of a list of registrations. */
export const DealSort = z.enum([
  'created_desc',
  'created_asc',
  'updated_desc',
  'name_asc',
  'expires_asc',
  'close_asc',
])
export type DealSort = z.infer<typeof DealSort>

/** The query of a list of registrations. Values within one field are alternatives; different fields must all hold. */
export const DealQuery = z.strictObject({
  ...paging,
  /** Words that number, name or customer have, all of them. */
  search: z.optional(line(200)),
  /** Registrations in one of these statuses. */
  status: z.optional(z.array(DealStatus).check(z.maxLength(20))),
  /** Registrations in one of these stages. */
  stage: z.optional(z.array(line(64)).check(z.maxLength(20))),
  /** Registrations of one of these partners. */
  partnerId: z.optional(z.array(Id).check(z.maxLength(50))),
  /** The caller’s own registrations, or all of their company. */
  owner: z.optional(z.enum(['me', 'company'])),
  /** Registrations of people, former ones among them, whose name has all of these words. */
  ownerName: z.optional(line(200)),
  /** Registrations whose protection ends on or before this day. */
  expiresUntil: z.optional(CivilDate),
  /** The order of the list; the newest come first without it. */
  sort: z.optional(DealSort),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type DealQuery = z.infer<typeof DealQuery>

/** A customer and products to check before a registration is written. */
export const AvailabilityInput = z.strictObject({
  /** The customer’s name. */
  companyName: line(200).check(...filledIn()),
  /** The customer’s website, by whose domain it is known. */
  website: z.optional(WebUrl),
  /** The customer’s country. */
  country: z.optional(Country),
  /** The products; without them, all. */
  productIds: z.optional(z.array(Id).check(z.maxLength(500))),
})
export type AvailabilityInput = z.infer<typeof AvailabilityInput>
