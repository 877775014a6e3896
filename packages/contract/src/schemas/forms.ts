import * as z from 'zod/mini'
import { Currency, Id, Language, line, Option, Pointer, text } from './common.ts'

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
  z.object({
    /** The pointer of the other field. */
    field: Pointer,
    /** The value that it must have. */
    equals: Scalar,
  }),
  z.object({
    /** The pointer of the other field. */
    field: Pointer,
    /** The values of which it must have one. */
    oneOf: z.array(Scalar),
  }),
  z.object({
    /** The pointer of the other field. */
    field: Pointer,
    /** Whether it must be filled in or empty. */
    filled: z.boolean(),
  }),
])
export type Condition = z.infer<typeof Condition>

/** One field of a form. */
export const Field = z.object({
  /** The place of the value in the request body. */
  pointer: Pointer,
  /** The kind of the field. */
  type: FieldType,
  /** The text above the field. */
  label: line(200),
  /** A sentence of help. */
  hint: z.optional(text(500)),
  /** A sample shown in the empty field. */
  placeholder: z.optional(line(200)),
  /** A token of the HTML `autocomplete` attribute; without it, autofill is off. */
  autocomplete: z.optional(line(100)),
  /** The value at first, of the shape the type asks for. */
  default: z.optional(z.unknown()),
  /** Set by the page that embeds the form, never shown. */
  hidden: z.optional(z.boolean()),
  /** The field must be filled in. */
  required: z.optional(z.boolean()),
  /** The field is there only under this condition. */
  visibleWhen: z.optional(Condition),
  /** The field must be filled in under this condition. */
  requiredWhen: z.optional(Condition),
  /** The fewest characters. */
  minLength: z.optional(z.int()),
  /** The most characters. */
  maxLength: z.optional(z.int()),
  /** The least number, amount (a decimal string) or civil date (or `today`). */
  min: z.optional(z.union([z.number(), z.string()])),
  /** The greatest number, amount or civil date. */
  max: z.optional(z.union([z.number(), z.string()])),
  /** Digits after the decimal sign that a number may have. */
  scale: z.optional(z.int()),
  /** The entries of a choice. */
  options: z.optional(z.array(Option)),
  /** The currencies of an amount. */
  currencies: z.optional(z.array(Currency)),
  /** The list that a look-up searches. */
  source: z.optional(z.enum(['products', 'partners', 'users'])),
  /** Media types and name endings that a file may have, as in the HTML `accept` attribute. */
  accept: z.optional(z.array(line(100))),
  /** The most files. */
  maxFiles: z.optional(z.int()),
  /** The most bytes one file may have. */
  maxSize: z.optional(z.int()),
  /** The text somebody agrees to, and its version. */
  consent: z.optional(
    z.object({
      /** The version of the text. */
      version: line(50),
      /** The text itself. */
      text: text(5000),
      /** An address with more about it. */
      url: z.optional(z.string()),
    }),
  ),
})
export type Field = z.infer<typeof Field>

/** One part of a form. */
export const Section = z.object({
  /** The section’s name. */
  name: Id,
  /** The section’s heading. */
  title: line(200),
  /** A sentence of help. */
  hint: z.optional(text(500)),
  /** The fields in their order. */
  fields: z.array(Field),
})
export type Section = z.infer<typeof Section>

/** A vendor's form as data; its version changes with its content. */
export const Form = z.object({
  /** The form’s name. */
  name: Id,
  /** The version, which changes with the content. */
  version: line(64),
  /** The language of its texts. */
  language: Language,
  /** The form’s heading. */
  title: line(200),
  /** The parts in their order. */
  sections: z.array(Section),
})
export type Form = z.infer<typeof Form>
