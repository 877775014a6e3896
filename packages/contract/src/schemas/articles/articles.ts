import * as z from 'zod/mini'
import { Audience } from '../audience.ts'
import { ExternalIds, Id, Instant, Language, Reason } from '../common.ts'
import { ContentLanguage, ContentLink } from '../content/content.ts'
import { Attachment } from '../conversation.ts'
import { Highlight } from './highlights.ts'
import { ProductLink } from '../products.ts'

/** The states of an article. */
export const ArticleStatus = z.enum(['draft', 'in_review', 'published', 'retired'])
export type ArticleStatus = z.infer<typeof ArticleStatus>

/** The reasons of an unhelpful vote. */
export const RatingReason = z.enum(['outdated', 'incorrect', 'incomplete', 'unclear', 'other'])
export type RatingReason = z.infer<typeof RatingReason>

/** An article of the knowledge base without its text. */
export const Article = z.object({
  /** The article’s id, the same in every language. */
  id: Id,
  /** Identifiers of the article in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** The state of the article. */
  status: ArticleStatus,
  /** The reason of the state. */
  statusReason: z.optional(Reason),
  /** The actions that the caller may do now. */
  allowedActions: z.array(z.string()),
  /** Pointers of the fields that the caller may change now. */
  editableFields: z.array(z.string()),
  /** A readable name for addresses. */
  slug: z.string(),
  /** The title as plain text. */
  title: z.string(),
  /**
   * The summary as plain text: where nobody wrote one, the beginning of the text, which an article with
   * its text does not repeat.
   */
  summary: z.string(),
  /** The language of title, summary and text. */
  language: Language,
  /** The languages it can be read in, the original first. */
  languages: z.array(ContentLanguage),
  /** The section that it stands in. */
  sectionId: z.optional(Id),
  /** That section’s title. */
  sectionTitle: z.optional(z.string()),
  /** The vendor’s tags. */
  tags: z.array(z.string()),
  /** The products that it is about. */
  products: z.array(ProductLink),
  /** The readers that it is for; told to the vendor only. */
  audience: z.optional(Audience),
  /** The instant at which it was first published. */
  publishedAt: z.optional(Instant),
  /** After this instant it leaves lists and search, and is still opened by its id. */
  validUntil: z.optional(Instant),
  /** Grows by one with each change of a text. */
  version: z.int(),
  /** The person who changed the text last, as the vendor names them. */
  updatedBy: z.optional(z.string()),
  /** The vendor puts it first. */
  promoted: z.boolean(),
  /** Minutes that reading it takes. */
  minutes: z.int(),
  /** How many readers of this version found it helpful, and how many did not. */
  helpful: z.object({
    /** How many found it helpful. */
    yes: z.int(),
    /** How many did not. */
    no: z.int(),
  }),
  /** The caller’s own marks, which do not move the revision. */
  mine: z.object({
    /** The caller’s vote on this version. */
    rating: z.optional(
      z.object({
        /** The caller found it helpful. */
        helpful: z.boolean(),
        /** The reason of an unhelpful vote. */
        reason: z.optional(RatingReason),
      }),
    ),
    /** The caller has saved it. */
    saved: z.boolean(),
    /** The last version that the caller has opened. */
    seenVersion: z.optional(z.int()),
  }),
  /** Values of fields that only this vendor has. */
  custom: z.record(z.string(), z.unknown()),
})
export type Article = z.infer<typeof Article>

/** An entry of an article’s table of contents. */
export const ArticleHeading = z.object({
  /** The level of the heading, 2 for the highest. */
  level: z.int(),
  /** The heading as plain text. */
  text: z.string(),
  /** The `id` of the heading in the text. */
  anchor: z.string(),
})
export type ArticleHeading = z.infer<typeof ArticleHeading>

/** An article with its text. */
export const FullArticle = z.object({
  ...Article.shape,
  /**
   * The text as sanitised HTML; empty where the article is retired. A link to another article is
   * `<a data-article="id">` without an address, with `data-anchor` where it leads to a heading; a link
   * to an attachment is `<a data-file="id">`. Images have their size and an address of the backend or
   * of the web.
   */
  html: z.string(),
  /** The headings of the text that have an anchor. */
  contents: z.array(ArticleHeading),
  /** Articles on the same matter that the caller may read. */
  related: z.array(ContentLink),
  /** Files that belong to it. */
  attachments: z.array(Attachment),
  /** The text as it was written and its format; told to the vendor only. */
  source: z.optional(
    z.object({
      /** The format of the text. */
      format: z.enum(['markdown', 'html']),
      /** The text as it was written. */
      body: z.string(),
    }),
  ),
})
export type FullArticle = z.infer<typeof FullArticle>

/** An article that a search found. */
export const ArticleHit = z.object({
  /** The article. */
  article: Article,
  /** The part of it that fits best; absent where that is the beginning. */
  section: z.optional(
    z.object({
      /** The heading of the part, with what was found. */
      heading: Highlight,
      /** The `id` of the heading in the text. */
      anchor: z.string(),
    }),
  ),
  /** The title, with what was found. */
  title: Highlight,
  /** A piece of the text, with what was found. */
  excerpt: Highlight,
})
export type ArticleHit = z.infer<typeof ArticleHit>
