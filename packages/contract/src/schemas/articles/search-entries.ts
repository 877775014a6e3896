import * as z from 'zod/mini'
import { Id, Instant } from '../common.ts'

/** A text that was searched for, and how often it led to something. No reader is kept with it. */
export const SearchEntry = z.object({
  /** The entry’s id. */
  id: Id,
  /** The resource that was searched, such as `articles` or `assets`. */
  resource: z.string(),
  /** The text that was typed; addresses, numbers of telephones and the like are taken out. */
  text: z.string(),
  /** The language of the readers. */
  language: z.string(),
  /** How often it was searched for. */
  count: z.int(),
  /** How much it found the last time. */
  found: z.int(),
  /** How often something was opened from what it found. */
  clicked: z.int(),
  /** The day on which it was last searched for. */
  lastAt: Instant,
})
export type SearchEntry = z.infer<typeof SearchEntry>
