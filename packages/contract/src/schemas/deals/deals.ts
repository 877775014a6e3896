import * as z from 'zod/mini'
import { dealStatuses } from '../../rules/deal-statuses.ts'
import {
  CivilDate,
  ExternalIds,
  Id,
  Instant,
  Money,
  PartnerLink,
  Pointer,
  Reason,
} from '../common.ts'
import { Attachment } from '../conversation.ts'

/** The statuses of a registration, by which the partner may work the deal or not. */
export const DealStatus = z.enum(dealStatuses)
export type DealStatus = z.infer<typeof DealStatus>

/** How a sale ended. */
export const DealOutcome = z.enum(['won', 'lost', 'cancelled', 'released'])
export type DealOutcome = z.infer<typeof DealOutcome>

/** One product of a deal; the server computes `amount` = quantity × unit price, half-even. */
export const DealLine = z.object({
  /** The product. */
  productId: Id,
  /** The product’s name. */
  name: z.optional(z.string()),
  /** The product’s number. */
  sku: z.optional(z.string()),
  /** How many of it. */
  quantity: z.int(),
  /** The price of one. */
  unitPrice: z.optional(Money),
  /** Quantity times unit price, computed by the server. */
  amount: z.optional(Money),
})
export type DealLine = z.infer<typeof DealLine>

/** Another registration, as far as the caller may know it. */
export const DealRef = z.object({
  /** The registration’s id. */
  id: Id,
  /** The number that people call it by. */
  number: z.string(),
  /** The name of the deal. */
  name: z.string(),
  /** The name of the partner that owns it. */
  partnerName: z.optional(z.string()),
  /** Its status. */
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
export const Conflict = z.object({
  /** The class of reason. */
  code: ConflictCode,
  /** The registrations in the way that the caller may see. */
  deals: z.array(DealRef),
})
export type Conflict = z.infer<typeof Conflict>

/** A request for more time, which keeps the protection while it is pending. */
export const Extension = z.object({
  /** How far the request has come. */
  status: z.enum(['pending', 'granted', 'refused']),
  /** The day until which the protection is to last. */
  until: CivilDate,
  /** The partner’s words. */
  text: z.optional(z.string()),
  /** The instant of the request. */
  requestedAt: Instant,
  /** The instant of the decision. */
  decidedAt: z.optional(Instant),
  /** The reason of a refusal. */
  statusReason: z.optional(Reason),
})
export type Extension = z.infer<typeof Extension>

/** A deal registration. Status, stage and closure are three separate axes. */
export const Deal = z.object({
  /** The registration’s id. */
  id: Id,
  /** The number that people call it by. */
  number: z.string(),
  /** Identifiers of the record in other systems. */
  externalIds: ExternalIds,
  /** The organisations in the deal, the owner first. */
  partners: z.array(PartnerLink),
  /** The person at the partner who is in charge. */
  ownerUserId: z.optional(Id),
  /** The name of that person. */
  ownerName: z.optional(z.string()),
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** The instant at which it was last sent in. */
  submittedAt: z.optional(Instant),
  /** Grows by one with each change; the number in its `ETag`. */
  revision: z.int(),
  /** Its status. */
  status: DealStatus,
  /** The vendor’s word for the status. */
  statusLabel: z.optional(z.string()),
  /** The reason of the status. */
  statusReason: z.optional(Reason),
  /** The actions that the caller may do now. */
  allowedActions: z.array(z.string()),
  /** Pointers of the fields that may be changed now; each covers everything below it. */
  editableFields: z.array(Pointer),
  /** The version of the form that it was filled in with. */
  formVersion: z.optional(z.string()),
  /** The name of the deal. */
  name: z.string(),
  /** The kind of business. */
  type: z.optional(z.enum(['new', 'renewal', 'expansion'])),
  /** The company that is to buy. */
  customer: z.object({
    /** The company’s name. */
    companyName: z.string(),
    /** The company’s website. */
    website: z.optional(z.string()),
    /** The company’s country. */
    country: z.optional(z.string()),
    /** Street and number. */
    street: z.optional(z.string()),
    /** The city. */
    city: z.optional(z.string()),
    /** The postal code. */
    postalCode: z.optional(z.string()),
    /** The company’s industry. */
    industry: z.optional(z.string()),
  }),
  /** The person to talk to at the customer. */
  contact: z.optional(
    z.object({
      /** The first name. */
      firstName: z.optional(z.string()),
      /** The last name. */
      lastName: z.optional(z.string()),
      /** The e-mail address. */
      email: z.optional(z.string()),
      /** The telephone number. */
      phone: z.optional(z.string()),
      /** The position in the company. */
      jobTitle: z.optional(z.string()),
    }),
  ),
  /** The problem that the customer wants to solve. */
  problem: z.optional(z.string()),
  /** The products of the deal. */
  lines: z.array(DealLine),
  /** The value that the partner expects the deal to have. */
  amount: z.optional(Money),
  /** The sums of the lines, one for each currency. */
  totals: z.array(Money),
  /** The day on which the partner expects the order. */
  expectedCloseDate: z.optional(CivilDate),
  /** The stage of the sale, a value of the vendor’s list. */
  stage: z.optional(z.string()),
  /** The next step of the sale. */
  nextStep: z.optional(z.string()),
  /** The distributor that the order goes through. */
  distributorId: z.optional(Id),
  /** Values of fields that only this vendor has. */
  custom: z.record(z.string(), z.unknown()),
  /** Agreements to texts, by the name of their field. */
  consents: z.record(
    z.string(),
    z.object({
      /** The version of the text. */
      version: z.string(),
      /** Whether the person agreed. */
      given: z.boolean(),
      /** The instant of the agreement. */
      at: z.optional(Instant),
    }),
  ),
  /** The files of the registration. */
  attachments: z.array(Attachment),
  /** The instant by which the vendor promises to decide. */
  decisionDueAt: z.optional(Instant),
  /** The instant by which the partner must answer a returned registration. */
  respondBy: z.optional(Instant),
  /** The window in which no other partner gets the customer. */
  protection: z.optional(
    z.object({
      /** The beginning of the protection. */
      startsAt: Instant,
      /** The end of the protection. */
      expiresAt: Instant,
      /** How many extensions were granted. */
      extensionsUsed: z.int(),
      /** How many extensions are possible. */
      maxExtensions: z.int(),
      /** The last request for more time. */
      extension: z.optional(Extension),
    }),
  ),
  /** The registrations or accounts that are in its way. */
  conflict: z.optional(Conflict),
  /** The vendor’s record of the same sale. */
  opportunity: z.optional(
    z.object({
      /** The record’s id. */
      id: z.string(),
      /** The system that holds it. */
      system: z.optional(z.string()),
      /** The record’s address. */
      url: z.optional(z.string()),
    }),
  ),
  /** The end of the sale. */
  closure: z.optional(
    z.object({
      /** How the sale ended. */
      outcome: DealOutcome,
      /** The reason. */
      reason: z.optional(Reason),
      /** The instant of the end. */
      closedAt: Instant,
    }),
  ),
  /** How many messages there are about it. */
  commentCount: z.int(),
})
export type Deal = z.infer<typeof Deal>

/** The answer to whether a customer is free. */
export const Availability = z.object({
  /** Whether the customer can be registered. */
  result: z.enum(['free', 'needs_review', 'not_available']),
  /** The obstacle, where there is one. */
  conflict: z.optional(Conflict),
})
export type Availability = z.infer<typeof Availability>
