import * as z from 'zod/mini'
import { Instant } from '../common.ts'

/** The address at which calendar programs fetch what is due for a person, and their classes. */
export const TrainingFeed = z.object({
  /** The instant at which the address was made; absent where there is none. */
  createdAt: z.optional(Instant),
  /** The address, which holds its key; told only in the answer that makes it. */
  url: z.optional(z.string()),
})
export type TrainingFeed = z.infer<typeof TrainingFeed>
