import * as z from 'zod/mini'
import { dealStatuses } from '../rules/deal-transitions.ts'
import {
  CivilDate,
  Country,
  ExternalIds,
  filledIn,
  Id,
  Instant,
  line,
  Money,
  paging,
  PartnerLink,
  Pointer,
  Reason,
  WebUrl,
} from './common.ts'
import { Attachment } from './conversation.ts'

/** May I work this deal? */
export const DealStatus = z.enum(dealStatuses)
export type DealStatus = z.infer<typeof DealStatus>

/** How the sale ended. */
export const DealOutcome = z.enum(['won', 'lost', 'cancelled', 'released'])
export type DealOutcome = z.infer<typeof DealOutcome>

/** One product of a deal; the server computes `amount` = quantity × unit price, half-even. */
export const DealLine = z.object({
  productId: Id,
  name: z.optional(z.string()),
  sku: z.optional(z.string()),
  quantity: z.int(),
  unitPrice: z.optional(Money),
  amount: z.optional(Money),
})
export type DealLine = z.infer<typeof DealLine>

/** Another registration, as far as the caller may know it. */
export const DealRef = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  partnerName: z.optional(z.string()),
  status: z.optional(DealStatus),
})
export type DealRef = z.infer<typeof DealRef>

/** Why a customer is not free: a class of reason, never the holder. */
export const ConflictCode = z.enum([
  'own_registration',
  'registered',
  'named_account',
  'house_account',
])
export type ConflictCode = z.infer<typeof ConflictCode>

/** Something in the way; `deals` lists only what the caller may see. */
export const Conflict = z.object({ code: ConflictCode, deals: z.array(DealRef) })
export type Conflict = z.infer<typeof Conflict>

/** A request for more time, which keeps the protection while it is pending. */
export const Extension = z.object({
  status: z.enum(['pending', 'granted', 'refused']),
  until: CivilDate,
  text: z.optional(z.string()),
  requestedAt: Instant,
  decidedAt: z.optional(Instant),
  statusReason: z.optional(Reason),
})
export type Extension = z.infer<typeof Extension>

/** A deal registration. Status, stage and closure are three separate axes. */
export const Deal = z.object({
  id: Id,
  number: z.string(),
  externalIds: ExternalIds,
  partners: z.array(PartnerLink),
  ownerUserId: z.optional(Id),
  ownerName: z.optional(z.string()),
  createdAt: Instant,
  updatedAt: Instant,
  submittedAt: z.optional(Instant),
  revision: z.int(),
  status: DealStatus,
  statusLabel: z.optional(z.string()),
  statusReason: z.optional(Reason),
  allowedActions: z.array(z.string()),
  /** What may be changed now: a pointer covers everything below it. */
  editableFields: z.array(Pointer),
  formVersion: z.optional(z.string()),
  name: z.string(),
  type: z.optional(z.enum(['new', 'renewal', 'expansion'])),
  customer: z.object({
    companyName: z.string(),
    website: z.optional(z.string()),
    country: z.optional(z.string()),
    street: z.optional(z.string()),
    city: z.optional(z.string()),
    postalCode: z.optional(z.string()),
    industry: z.optional(z.string()),
  }),
  contact: z.optional(
    z.object({
      firstName: z.optional(z.string()),
      lastName: z.optional(z.string()),
      email: z.optional(z.string()),
      phone: z.optional(z.string()),
      jobTitle: z.optional(z.string()),
    }),
  ),
  problem: z.optional(z.string()),
  lines: z.array(DealLine),
  /** What the partner expects the deal to be worth. */
  amount: z.optional(Money),
  /** The sums of the lines, one for each currency. */
  totals: z.array(Money),
  expectedCloseDate: z.optional(CivilDate),
  stage: z.optional(z.string()),
  nextStep: z.optional(z.string()),
  distributorId: z.optional(Id),
  custom: z.record(z.string(), z.unknown()),
  consents: z.record(
    z.string(),
    z.object({ version: z.string(), given: z.boolean(), at: z.optional(Instant) }),
  ),
  attachments: z.array(Attachment),
  /** By when the vendor promises to decide. */
  decisionDueAt: z.optional(Instant),
  /** By when the partner must answer a returned registration. */
  respondBy: z.optional(Instant),
  protection: z.optional(
    z.object({
      startsAt: Instant,
      expiresAt: Instant,
      extensionsUsed: z.int(),
      maxExtensions: z.int(),
      extension: z.optional(Extension),
    }),
  ),
  conflict: z.optional(Conflict),
  opportunity: z.optional(
    z.object({ id: z.string(), system: z.optional(z.string()), url: z.optional(z.string()) }),
  ),
  closure: z.optional(
    z.object({ outcome: DealOutcome, reason: z.optional(Reason), closedAt: Instant }),
  ),
  commentCount: z.int(),
})
export type Deal = z.infer<typeof Deal>

export const DealSort = z.enum([
  'created_desc',
  'created_asc',
  'updated_desc',
  'name_asc',
  'expires_asc',
  'close_asc',
])
export type DealSort = z.infer<typeof DealSort>

/** Values within one field are alternatives; different fields must all hold. */
export const DealQuery = z.strictObject({
  ...paging,
  search: z.optional(line(200)),
  status: z.optional(z.array(DealStatus).check(z.maxLength(20))),
  stage: z.optional(z.array(line(64)).check(z.maxLength(20))),
  partnerId: z.optional(z.array(Id).check(z.maxLength(50))),
  owner: z.optional(z.enum(['me', 'company'])),
  /** Only deals whose protection ends on or before this day. */
  expiresUntil: z.optional(CivilDate),
  sort: z.optional(DealSort),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type DealQuery = z.infer<typeof DealQuery>

/** Whom and what to check before a registration is written. */
export const AvailabilityInput = z.strictObject({
  companyName: line(200).check(...filledIn()),
  website: z.optional(WebUrl),
  country: z.optional(Country),
  productIds: z.optional(z.array(Id).check(z.maxLength(500))),
})
export type AvailabilityInput = z.infer<typeof AvailabilityInput>
export const Availability = z.object({
  result: z.enum(['free', 'needs_review', 'not_available']),
  conflict: z.optional(Conflict),
})
export type Availability = z.infer<typeof Availability>
