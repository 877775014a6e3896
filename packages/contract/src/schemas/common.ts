import * as z from 'zod/mini'
import { emailLength, emailPattern } from '../rules/email.ts'
import { Suggestion } from './highlights.ts'

/** An opaque identifier, chosen by the backend. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,64}$/))
export type Id = z.infer<typeof Id>

// Control characters and lone surrogates can be stored by no database we know without harm.
const singleLine = /^[^\u0000-\u001f\u007f-\u009f\ud800-\udfff]*$/u
const multiLine = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff]*$/u

/** Text of one line with at most `max` characters (UTF-16 code units). */
export const line = (max: number) => z.string().check(z.maxLength(max), z.regex(singleLine))
/** Text that may span lines, with at most `max` characters (UTF-16 code units). */
export const text = (max: number) => z.string().check(z.maxLength(max), z.regex(multiLine))

/** Holds for text that says something: at least one character that is no blank. */
export const filledIn = () =>
  [z.minLength(1), z.regex(/\S/, 'Write at least one character that is not blank.')] as const

/** An instant: RFC 3339 in UTC with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 })
/** A civil date, `YYYY-MM-DD`, without a time zone, from the year 1 on: databases know no year 0. */
export const CivilDate = z.iso.date().check(z.regex(/^(?!0000)/))
/** ISO 4217 code of a currency. */
export const Currency = z.string().check(z.regex(/^[A-Z]{3}$/))
/** ISO 3166-1 alpha-2 code of a country. */
export const Country = z.string().check(z.regex(/^[A-Z]{2}$/))
/** BCP 47 tag of a language. */
export const Language = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/))
/** E.164 number of a telephone, with its plus sign. */
export const Phone = z.string().check(z.regex(/^\+[1-9][0-9]{6,14}$/))
/** An e-mail address. */
export const Email = z.email({ pattern: emailPattern }).check(z.maxLength(emailLength))
/** An absolute address with the scheme `http` or `https`. */
export const WebUrl = z.url({ protocol: /^https?$/ }).check(z.maxLength(2000))

/** An amount as a decimal string and its currency; never a floating-point number. */
export const Money = z.object({
  /** A decimal number, for example `1234.50`. */
  amount: z.string().check(z.regex(/^-?[0-9]{1,15}(\.[0-9]{1,4})?$/)),
  /** The currency of the amount. */
  currency: Currency,
})
export type Money = z.infer<typeof Money>

/** Money in a request: nothing but the two fields. */
export const MoneyInput = z.strictObject(Money.shape)

/** An RFC 6901 pointer into a request body, for example `/customer/companyName`. */
export const Pointer = z.string().check(z.maxLength(300), z.regex(/^(\/([^/~]|~[01])*)*$/))

/** A reason, in a code that programs know and words that people read. */
export const Reason = z.object({
  /** The reason’s value in the vendor’s list, or a code of the contract. */
  code: line(64),
  /** The reason in words. */
  text: z.optional(text(2000)),
})
export type Reason = z.infer<typeof Reason>
/** A reason in a request. */
export const ReasonInput = z.strictObject({
  ...Reason.shape,
  /** The reason’s value in the vendor’s list, or a code of the contract. */
  code: line(64).check(...filledIn()),
})

/** The parts that an organisation can have in a record. */
export const PartnerRole = z.enum(['owner', 'distributor', 'collaborator'])
export type PartnerRole = z.infer<typeof PartnerRole>
/** An organisation's part in a record. */
export const PartnerLink = z.object({
  /** The organisation. */
  partnerId: Id,
  /** Its part in the record. */
  role: PartnerRole,
  /** Its name. */
  name: z.optional(z.string()),
})
export type PartnerLink = z.infer<typeof PartnerLink>

/** The kinds of a partner. */
export const PartnerKind = z.enum(['reseller', 'distributor', 'agency'])
export type PartnerKind = z.infer<typeof PartnerKind>

/** The roles of a user. */
export const Role = z.enum(['partner_admin', 'partner_seller', 'vendor_manager'])
export type Role = z.infer<typeof Role>

/** Identifiers of a record in other systems, by the system's name. */
export const ExternalIds = z.record(line(64), line(200))

/** A person as other people see them. */
export const Person = z.object({
  /** The person’s id; absent where the reader may not know it. */
  userId: z.optional(Id),
  /** The name of the person or system. */
  name: z.string(),
  /** The side that the person is on. */
  side: z.enum(['partner', 'vendor', 'system']),
})
export type Person = z.infer<typeof Person>

/** One entry of a list to choose from. */
export const Option = z.object({
  /** The value in requests. */
  value: line(100),
  /** The text that people read. */
  label: line(200),
})
export type Option = z.infer<typeof Option>

/** The most records that one page holds. */
export const pageLimit = 100
/** The most records that a page is to hold. */
export const Limit = z.int().check(z.gte(1), z.lte(pageLimit))
/** An opaque mark of a place in a list, from the page before. */
export const Cursor = z.string().check(z.maxLength(500), z.regex(/^[A-Za-z0-9_-]+$/))

/** The query fields of every list. */
export const paging = {
  /** The most records that the page holds; without it the backend chooses. */
  limit: z.optional(Limit),
  /** The `nextCursor` of the page before; without it, the first page. */
  cursor: z.optional(Cursor),
}

/** One value of a facet and how many records have it. */
export const FacetValue = z.object({
  /** The value as the query field takes it. */
  value: z.string(),
  /** The vendor’s word for the value. */
  label: z.optional(z.string()),
  /** How many records have the value. */
  count: z.int(),
})
export type FacetValue = z.infer<typeof FacetValue>

/** One page of a list of records. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    /** The records of the page. */
    items: z.array(item),
    /** The cursor of the next page; absent on the last one. */
    nextCursor: z.optional(Cursor),
    /** How many records all pages hold, where it was asked for. */
    total: z.optional(z.int()),
    /** The values of each facet with their counts, where they were asked for. */
    facets: z.optional(z.record(z.string(), z.array(FacetValue))),
  })

/** One page of what a search found, the best first. */
export const searchPageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    ...pageOf(item).shape,
    /** Other words, where the typed ones find nothing, or nothing exactly. */
    suggestion: z.optional(Suggestion),
  })

/** The parameters of an operation on one record. */
export const idParams = z.strictObject({
  /** The record’s id. */
  id: Id,
})
