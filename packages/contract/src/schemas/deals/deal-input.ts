import * as z from 'zod/mini'
import { Country, Email, MoneyInput, Phone, WebUrl } from '../common-input.ts'
import { CivilDate, ExternalIds, Id, line, text } from '../common.ts'

const customer = {
  /** The company’s name. */
  companyName: line(200),
  /** The company’s website, by whose domain it is known. */
  website: z.optional(WebUrl),
  /** The company’s country. */
  country: z.optional(Country),
  /** Street and number. */
  street: z.optional(line(200)),
  /** The city. */
  city: z.optional(line(100)),
  /** The postal code. */
  postalCode: z.optional(line(20)),
  /** The company’s industry. */
  industry: z.optional(line(100)),
}
const contact = {
  /** The first name. */
  firstName: z.optional(line(100)),
  /** The last name. */
  lastName: z.optional(line(100)),
  /** The e-mail address. */
  email: z.optional(Email),
  /** The telephone number. */
  phone: z.optional(Phone),
  /** The position in the company. */
  jobTitle: z.optional(line(100)),
}
const lineInput = {
  /** The product. */
  productId: Id,
  /** How many of it. */
  quantity: z.int().check(z.gte(1), z.lte(1_000_000)),
  /** The price of one. */
  unitPrice: z.optional(MoneyInput),
}

/** A value of a field that only this vendor has. */
const CustomValue = z.union([
  text(10_000),
  z.number(),
  z.boolean(),
  z.array(line(200)).check(z.maxLength(100)),
  MoneyInput,
])
const Custom = z.record(line(64), CustomValue)

/** Agreement to a text, by the name of its field. */
const Consents = z.record(
  line(64),
  z.strictObject({
    /** The version of the text. */
    version: line(50),
    /** Whether the person agrees. */
    given: z.boolean(),
  }),
)

const maxLines = 500
const maxFiles = 50
const fields = {
  /** The name of the deal. */
  name: line(200),
  /** The kind of business. */
  type: z.enum(['new', 'renewal', 'expansion']),
  /** The problem that the customer wants to solve. */
  problem: text(10_000),
  /** The products of the deal. */
  lines: z.array(z.strictObject(lineInput)).check(z.maxLength(maxLines)),
  /** The value that the partner expects the deal to have. */
  amount: MoneyInput,
  /** The day on which the partner expects the order. */
  expectedCloseDate: CivilDate,
  /** The stage of the sale, a value of the vendor’s list. */
  stage: line(64),
  /** The next step of the sale. */
  nextStep: text(2000),
  /** The distributor that the order goes through. */
  distributorId: Id,
  /** The files that belong to the registration. */
  fileIds: z.array(Id).check(z.maxLength(maxFiles)),
  /** Values of fields that only this vendor has. */
  custom: Custom,
  /** Agreements to texts, by the name of their field. */
  consents: Consents,
  /** Identifiers of the record in other systems. */
  externalIds: ExternalIds,
}

/** A new registration. `status` says whether it is sent in at once or kept as a draft on the server. */
export const DealInput = z.strictObject({
  /** `draft` keeps it on the server; it is sent in at once without. */
  status: z.optional(z.enum(['draft', 'submitted'])),
  /** The version of the form that it was filled in with. */
  formVersion: z.optional(line(64)),
  /** The company that is to buy. */
  customer: z.optional(z.partial(z.strictObject(customer))),
  /** The person to talk to at the customer. */
  contact: z.optional(z.strictObject(contact)),
  ...z.partial(z.strictObject(fields)).shape,
})
export type DealInput = z.infer<typeof DealInput>

const erasable = <Shape extends Record<string, z.ZodMiniType>>(shape: Shape) =>
  Object.fromEntries(
    Object.entries(shape).map(([name, type]) => [name, z.optional(z.nullable(type))]),
  ) as { [Name in keyof Shape]: z.ZodMiniOptional<z.ZodMiniNullable<Shape[Name]>> }

/** Changes to a registration as a JSON merge patch (RFC 7396): `null` empties a field, arrays are replaced whole. */
export const DealPatch = z.strictObject({
  formVersion: z.optional(line(64)),
  customer: z.optional(z.strictObject(erasable(customer))),
  contact: z.optional(z.nullable(z.strictObject(erasable(contact)))),
  ...erasable({
    ...fields,
    custom: z.record(line(64), z.nullable(CustomValue)),
    externalIds: z.record(line(64), z.nullable(line(200))),
  }),
})
export type DealPatch = z.infer<typeof DealPatch>
