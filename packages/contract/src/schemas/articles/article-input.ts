import * as z from 'zod/mini'
import { RatingReason } from './articles.ts'
import { filledIn, ReasonInput } from '../common-input.ts'
import { Id, Instant, Language, line, text, WebLink } from '../common.ts'
import { contentFields, contentPatch, rowFields, topicFields } from '../content/content-input.ts'

/** The most characters that the text of an article may have; the backend also refuses more bytes. */
export const articleLength = 500_000

/** The format of a text that is sent in. */
export const TextFormat = z.enum(['markdown', 'html'])
export type TextFormat = z.infer<typeof TextFormat>

const title = line(300).check(...filledIn())
const slug = z.string().check(z.maxLength(200), z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u))
const addresses = z.array(WebLink).check(z.maxLength(50))

/** The text of an article in one language. */
export const ArticleTextInput = z.strictObject({
  /** The title as plain text. */
  title,
  /** The summary as plain text; without it, the beginning of the text. */
  summary: z.optional(text(500)),
  /** The text, at most 500,000 bytes of UTF-8. */
  body: text(articleLength),
  /** The format of the text, `markdown` unless said. */
  format: z.optional(TextFormat),
  /** The instant of its last change; without it, now. */
  updatedAt: z.optional(Instant),
})
export type ArticleTextInput = z.infer<typeof ArticleTextInput>

const articleFields = {
  ...contentFields,
  ...topicFields,
  /** The texts, by language. */
  texts: z.record(Language, ArticleTextInput),
  /** A readable name for addresses; made from the title without it. */
  slug: z.optional(slug),
  /**
   * Its addresses elsewhere, such as those in a help centre: a link to one of them in any text leads
   * to this article. Relative addresses in its own texts count from the first one.
   */
  addresses: z.optional(addresses),
  /** After this instant it leaves lists and search. */
  validUntil: z.optional(Instant),
  /** The person who changed the text last, as readers see them. */
  updatedBy: z.optional(line(200)),
  /** Put it first. */
  promoted: z.optional(z.boolean()),
}

/** A new article, which begins as a draft. */
export const ArticleInput = z.strictObject({
  ...articleFields,
  /** The section that it stands in. */
  sectionId: z.optional(Id),
})
export type ArticleInput = z.infer<typeof ArticleInput>

/** Changes of an article (JSON merge patch): `null` takes a value away. */
export const ArticlePatch = z.strictObject({
  ...contentPatch,
  ...topicFields,
  /** The texts, by language. */
  texts: z.optional(
    z.record(
      Language,
      z.nullable(
        z.strictObject({
          /** The title as plain text. */
          title: z.optional(title),
          /** The summary as plain text. */
          summary: z.optional(z.nullable(text(500))),
          /** The text, at most 500,000 bytes of UTF-8. */
          body: z.optional(text(articleLength)),
          /** The format of the text. */
          format: z.optional(TextFormat),
          /** The instant of its last change; without it, now. */
          updatedAt: z.optional(Instant),
        }),
      ),
    ),
  ),
  /** A readable name for addresses. */
  slug: z.optional(slug),
  /** Its addresses elsewhere, to which links in texts may lead. */
  addresses: z.optional(addresses),
  /** The section that it stands in. */
  sectionId: z.optional(z.nullable(Id)),
  /** After this instant it leaves lists and search. */
  validUntil: z.optional(z.nullable(Instant)),
  /** The person who changed the text last, as readers see them. */
  updatedBy: z.optional(z.nullable(line(200))),
  /** Put it first. */
  promoted: z.optional(z.boolean()),
})
export type ArticlePatch = z.infer<typeof ArticlePatch>

/** An action on an article. */
export const ArticleAction = z.discriminatedUnion('action', [
  z.strictObject({
    /** The name of the action. */
    action: z.literal('submit'),
  }),
  z.strictObject({ action: z.literal('return'), reason: z.optional(ReasonInput) }),
  z.strictObject({ action: z.literal('publish') }),
  z.strictObject({
    action: z.literal('retire'),
    /** The reason of the action, which readers see. */
    reason: z.optional(ReasonInput),
  }),
  z.strictObject({ action: z.literal('restore') }),
])
export type ArticleAction = z.infer<typeof ArticleAction>

/** One article of another system. */
export const ArticleRow = z.strictObject({
  ...rowFields,
  ...articleFields,
  /** The key of the section that it stands in. */
  sectionKey: z.optional(line(200)),
})
export type ArticleRow = z.infer<typeof ArticleRow>

/** Articles of another system. */
export const ArticleRows = z.strictObject({
  /** The articles, at most 500. */
  rows: z.array(ArticleRow).check(z.minLength(1), z.maxLength(500)),
})
export type ArticleRows = z.infer<typeof ArticleRows>

/** A vote on an article. */
export const RatingInput = z.strictObject({
  /** The reader found it helpful. */
  helpful: z.boolean(),
  /** The reason of an unhelpful vote. */
  reason: z.optional(RatingReason),
  /** The reader's own words on what is missing. */
  comment: z.optional(text(2000)),
  /** The language that was read. */
  language: z.optional(Language),
  /** The version that was read; without it, the last. */
  version: z.optional(z.int().check(z.gte(1))),
})
export type RatingInput = z.infer<typeof RatingInput>

/** The opening of an article by a reader. */
export const ViewInput = z.strictObject({
  /** The words by which it was found, where a search led to it. */
  search: z.optional(z.string().check(z.maxLength(10_000))),
  /** The language that is read. */
  language: z.optional(Language),
})
export type ViewInput = z.infer<typeof ViewInput>
