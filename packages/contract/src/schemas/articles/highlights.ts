import * as z from 'zod/mini'

/** A stretch of found text. */
export const HighlightSpan = z.object({
  /** The text as it is shown, never markup. */
  text: z.string(),
  /** The search found this stretch. */
  hit: z.optional(z.boolean()),
})
export type HighlightSpan = z.infer<typeof HighlightSpan>

/** A found text in the order of its stretches. */
export const Highlight = z.array(HighlightSpan)
export type Highlight = z.infer<typeof Highlight>

/** Other words for a search that found nothing, or nothing with the words as they were typed. */
export const Suggestion = z.object({
  /** The words to search for. */
  text: z.string(),
  /** The page holds what these words find, because the typed ones find nothing. */
  searched: z.boolean(),
})
export type Suggestion = z.infer<typeof Suggestion>
