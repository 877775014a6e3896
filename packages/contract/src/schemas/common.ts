import * as z from 'zod/mini'

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

// A day of the Gregorian calendar, where 29 February needs a leap year. The same formats of zod would
// load those of times and durations too.
const day = String.raw`(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])))`

/** An instant: RFC 3339 in UTC with milliseconds. */
export const Instant = z
  .string()
  .check(z.regex(new RegExp(String.raw`^${day}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$`)))
/** A civil date, `YYYY-MM-DD`, without a time zone, from the year 1 on: databases know no year 0. */
export const CivilDate = z.string().check(z.regex(new RegExp(`^(?!0000)${day}$`)))
/** ISO 4217 code of a currency. */
export const Currency = z.string().check(z.regex(/^[A-Z]{3}$/))
/** BCP 47 tag of a language. */
export const Language = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/))

/** The beginning of an absolute address with the scheme `http` or `https`, in any case (RFC 3986, 3.1). */
export const webScheme = /^[Hh][Tt][Tt][Pp][Ss]?:/
/** An absolute address with the scheme `http` or `https`, as answers give it. */
export const WebLink = z.string().check(z.maxLength(2000), z.regex(webScheme))

/** An amount as a decimal string and its currency; never a floating-point number. */
export const Money = z.object({
  /** A decimal number, for example `1234.50`. */
  amount: z.string().check(z.regex(/^-?[0-9]{1,15}(\.[0-9]{1,4})?$/)),
  /** The currency of the amount. */
  currency: Currency,
})
export type Money = z.infer<typeof Money>

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

/** The name of a record that another record mentions. */
export const TitledLink = z.object({
  /** The record’s id. */
  id: Id,
  /** The title as plain text. */
  title: z.string(),
})
export type TitledLink = z.infer<typeof TitledLink>

/** One entry of a list to choose from. */
export const Option = z.object({
  /** The value in requests. */
  value: line(100),
  /** The text that people read. */
  label: line(200),
})
export type Option = z.infer<typeof Option>
/** An opaque mark of a place in a list, from the page before. */
export const Cursor = z.string().check(z.maxLength(500), z.regex(/^[A-Za-z0-9_-]+$/))
