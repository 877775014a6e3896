import * as z from 'zod/mini'
import {
  CivilDate,
  Country,
  Email,
  ExternalIds,
  Id,
  line,
  MoneyInput,
  Phone,
  text,
  WebUrl,
} from './common.ts'

const customer = {
  companyName: line(200),
  website: z.optional(WebUrl),
  country: z.optional(Country),
  street: z.optional(line(200)),
  city: z.optional(line(100)),
  postalCode: z.optional(line(20)),
  industry: z.optional(line(100)),
}
const contact = {
  firstName: z.optional(line(100)),
  lastName: z.optional(line(100)),
  email: z.optional(Email),
  phone: z.optional(Phone),
  jobTitle: z.optional(line(100)),
}
const lineInput = {
  productId: Id,
  quantity: z.int().check(z.gte(1), z.lte(1_000_000)),
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
const Consents = z.record(line(64), z.strictObject({ version: line(50), given: z.boolean() }))

const maxLines = 500
const maxFiles = 50
const fields = {
  name: line(200),
  type: z.enum(['new', 'renewal', 'expansion']),
  problem: text(10_000),
  lines: z.array(z.strictObject(lineInput)).check(z.maxLength(maxLines)),
  amount: MoneyInput,
  expectedCloseDate: CivilDate,
  stage: line(64),
  nextStep: text(2000),
  distributorId: Id,
  fileIds: z.array(Id).check(z.maxLength(maxFiles)),
  custom: Custom,
  consents: Consents,
  externalIds: ExternalIds,
}

/** A new registration. `status` says whether it is sent in at once or kept as a draft on the server. */
export const DealInput = z.strictObject({
  status: z.optional(z.enum(['draft', 'submitted'])),
  formVersion: z.optional(line(64)),
  customer: z.optional(z.partial(z.strictObject(customer))),
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
