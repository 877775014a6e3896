import * as z from 'zod/mini'
import { Email } from './common-input.ts'

/** The request to take a person out of all records. */
export const ErasureInput = z.strictObject({
  /** The person’s e-mail address, which shows that the right one is meant. */
  email: Email,
})
export type ErasureInput = z.infer<typeof ErasureInput>
