import * as z from 'zod/mini'
import { Currency, Id, Language, line, Pointer, text } from './common.ts'

/** The kinds of field a form can have. */
export const FieldType = z.enum([
  'text',
  'long_text',
  'email',
  'url',
  'phone',
  'country',
  'number',
  'money',
  'date',
  'choice',
  'multi_choice',
  'lookup',
  'product_lines',
  'file',
  'yes_no',
  'consent',
])
export type FieldType = z.infer<typeof FieldType>

const Scalar = z.union([z.string(), z.number(), z.boolean()])

/** A condition on the value of another field: it equals, is one of, or is filled in. */
export const Condition = z.union([
  z.object({ field: Pointer, equals: Scalar }),
  z.object({ field: Pointer, oneOf: z.array(Scalar) }),
  z.object({ field: Pointer, filled: z.boolean() }),
])
export type Condition = z.infer<typeof Condition>

export const Option = z.object({ value: line(100), label: line(200) })
export type Option = z.infer<typeof Option>

/** One field of a form. */
export const Field = z.object({
  /** Where the value goes in the request body. */
  pointer: Pointer,
  type: FieldType,
  label: line(200),
  hint: z.optional(text(500)),
  placeholder: z.optional(line(200)),
  /** A token of the HTML `autocomplete` attribute; without it, autofill is off. */
  autocomplete: z.optional(line(100)),
  /** The value at first, of the shape the type asks for. */
  default: z.optional(z.unknown()),
  /** Set by the page that embeds the form, never shown. */
  hidden: z.optional(z.boolean()),
  required: z.optional(z.boolean()),
  visibleWhen: z.optional(Condition),
  requiredWhen: z.optional(Condition),
  minLength: z.optional(z.int()),
  maxLength: z.optional(z.int()),
  /** Least and greatest number, amount (a decimal string) or civil date (or `today`). */
  min: z.optional(z.union([z.number(), z.string()])),
  max: z.optional(z.union([z.number(), z.string()])),
  /** Digits after the decimal sign that a number may have. */
  scale: z.optional(z.int()),
  options: z.optional(z.array(Option)),
  currencies: z.optional(z.array(Currency)),
  /** The list that a look-up searches. */
  source: z.optional(z.enum(['products', 'partners', 'users'])),
  /** Media types and name endings that a file may have, as in the HTML `accept` attribute. */
  accept: z.optional(z.array(line(100))),
  maxFiles: z.optional(z.int()),
  /** The most bytes one file may have. */
  maxSize: z.optional(z.int()),
  /** The text somebody agrees to, and its version. */
  consent: z.optional(
    z.object({ version: line(50), text: text(5000), url: z.optional(z.string()) }),
  ),
})
export type Field = z.infer<typeof Field>

export const Section = z.object({
  name: Id,
  title: line(200),
  hint: z.optional(text(500)),
  fields: z.array(Field),
})
export type Section = z.infer<typeof Section>

/** A vendor's form as data; its version changes with its content. */
export const Form = z.object({
  name: Id,
  version: line(64),
  language: Language,
  title: line(200),
  sections: z.array(Section),
})
export type Form = z.infer<typeof Form>
