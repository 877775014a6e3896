import * as z from 'zod/mini'
import { WebLink } from '../common.ts'

/** A stretch of text, with an address where it is a link. */
export const TextSpan = z.object({
  /** The text as it is shown. */
  text: z.string(),
  /** The address of the link. */
  href: z.optional(WebLink),
})
export type TextSpan = z.infer<typeof TextSpan>

/** The kinds of a text block; readers show an unknown one as a paragraph. */
export const TextBlockKind = z.enum(['paragraph', 'list', 'numbered_list'])
export type TextBlockKind = z.infer<typeof TextBlockKind>

/** A paragraph with its lines, or a list with one line for each entry. Text is plain, never markup. */
export const TextBlock = z.object({
  /** The kind of the block. */
  kind: TextBlockKind,
  /** The lines of the paragraph, or the entries of the list. */
  lines: z.array(z.array(TextSpan)),
})
export type TextBlock = z.infer<typeof TextBlock>
