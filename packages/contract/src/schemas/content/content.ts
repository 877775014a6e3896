import * as z from 'zod/mini'
import { Id, Instant, Language } from '../common.ts'

/** A language in which a piece of content can be read. */
export const ContentLanguage = z.object({
  /** The language. */
  language: Language,
  /** The instant of the last change in this language. */
  updatedAt: Instant,
  /** It is a translation, and the original has changed since. */
  outdated: z.boolean(),
})
export type ContentLanguage = z.infer<typeof ContentLanguage>

/** The name of a piece of content that another one mentions. */
export const ContentLink = z.object({
  /** The id of the article or asset. */
  id: Id,
  /** The title as plain text. */
  title: z.string(),
  /** The language of the title. */
  language: Language,
})
export type ContentLink = z.infer<typeof ContentLink>
