import * as z from 'zod/mini'
import { emailLength, emailPattern } from '../rules/email.ts'
import { Currency, Id, line, Money, text } from './common.ts'

/** Holds for text that says something: at least one character that is no blank. */
export const filledIn = () =>
  [z.minLength(1), z.regex(/\S/, 'Write at least one character that is not blank.')] as const

/** ISO 3166-1 alpha-2 code of a country. */
export const Country = z.string().check(z.regex(/^[A-Z]{2}$/))

/** E.164 number of a telephone, with its plus sign. */
export const Phone = z.string().check(z.regex(/^\+[1-9][0-9]{6,14}$/))

/** An e-mail address. */
export const Email = z.email({ pattern: emailPattern }).check(z.maxLength(emailLength))

/** An absolute address with the scheme `http` or `https`, in a request. */
export const WebUrl = z.url({ protocol: /^https?$/ }).check(z.maxLength(2000))

/** Money in a request: nothing but the two fields. */
export const MoneyInput = z.strictObject({
  /** A decimal number, for example `1234.50`. */
  amount: Money.shape.amount,
  /** The currency of the amount. */
  currency: Currency,
})

/** A reason in a request. */
export const ReasonInput = z.strictObject({
  /** The reason’s value in the vendor’s list, or a code of the contract. */
  code: line(64).check(...filledIn()),
  /** The reason in words. */
  text: z.optional(text(2000)),
})

/** The parameters of an operation on one record. */
export const idParams = z.strictObject({
  /** The record’s id. */
  id: Id,
})
