import * as z from 'zod/mini'
import { Audience } from '../audience.ts'
import { ExternalIds, Id, Instant, Language, Reason } from '../common.ts'
import { ContentLanguage, ContentLink } from '../content/content.ts'
import { Highlight } from '../articles/highlights.ts'
import { ProductLink } from '../products.ts'

/** The states of an asset. */
export const AssetStatus = z.enum(['draft', 'published', 'expired', 'replaced', 'retired'])
export type AssetStatus = z.infer<typeof AssetStatus>

/** The kinds of content that an asset can be. */
export const AssetType = z.enum([
  'presentation',
  'document',
  'spreadsheet',
  'image',
  'video',
  'archive',
  'link',
  'other',
])
export type AssetType = z.infer<typeof AssetType>

/** A version of an asset in one language. */
export const AssetVersion = z.object({
  /** The number of the version. */
  version: z.int(),
  /** The instant at which it came. */
  at: Instant,
  /** The changes against the version before, in the vendor’s words. */
  changes: z.optional(z.string()),
  /** The media type of its file. */
  mediaType: z.optional(z.string()),
  /** Bytes of its file. */
  size: z.optional(z.int()),
})
export type AssetVersion = z.infer<typeof AssetVersion>

/** A piece of content that a partner looks at, takes and shares. */
export const Asset = z.object({
  /** The asset’s id, the same in every language and version. */
  id: Id,
  /** Identifiers of the asset in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** The state of the asset. */
  status: AssetStatus,
  /** The reason of the state. */
  statusReason: z.optional(Reason),
  /** The actions that the caller may do now, `download` and `share` among them. */
  allowedActions: z.array(z.string()),
  /** Pointers of the fields that the caller may change now. */
  editableFields: z.array(z.string()),
  /** The title as plain text. */
  title: z.string(),
  /** The description as plain text. */
  description: z.string(),
  /** The kind of content. */
  type: AssetType,
  /** The media type of its file. */
  mediaType: z.optional(z.string()),
  /** Bytes of its file. */
  size: z.optional(z.int()),
  /** Pages, slides or sheets that it has, where the backend knows. */
  pageCount: z.optional(z.int()),
  /** Seconds that a video takes, where the backend knows. */
  duration: z.optional(z.int()),
  /** The address that a link leads to, for the vendor and for those who may follow it now. */
  url: z.optional(z.string()),
  /** The language of title, description and file. */
  language: Language,
  /** The languages that there are, the original first. */
  languages: z.array(ContentLanguage),
  /** The folder that it stands in. */
  folderId: z.optional(Id),
  /** That folder’s title. */
  folderTitle: z.optional(z.string()),
  /** The products that it is about. */
  products: z.array(ProductLink),
  /** The stages of a sale that it is for; without one, for every stage. */
  stages: z.array(z.string()),
  /** The vendor’s tags. */
  tags: z.array(z.string()),
  /** The readers that it is for; told to the vendor only. */
  audience: z.optional(Audience),
  /** The number of its version in this language. */
  version: z.int(),
  /** The instant at which it was first published. */
  publishedAt: z.optional(Instant),
  /** After this instant nobody finds, takes or shares it. */
  expiresAt: z.optional(Instant),
  /** It expires within 14 days. */
  expiringSoon: z.boolean(),
  /** The vendor puts it first. */
  featured: z.boolean(),
  /** Each address of its file works once, and it is not shared with others. */
  locked: z.boolean(),
  /** The terms that somebody accepts before they take or share it. */
  terms: z.optional(
    z.object({
      /** The version of the terms. */
      version: z.string(),
      /** The terms as plain text, in the caller’s language where there is one. */
      text: z.string(),
    }),
  ),
  /** A small image of it. */
  thumbnail: z.optional(
    z.object({
      /** A signed address of the image. */
      url: z.string(),
      /** Pixels from side to side. */
      width: z.int(),
      /** Pixels from top to bottom. */
      height: z.int(),
    }),
  ),
  /** Places where a search found it. */
  match: z.optional(
    z.object({
      /** The title, with what was found. */
      title: Highlight,
      /** A piece of the text, with what was found. */
      excerpt: Highlight,
      /** The number of the page or slide with that piece. */
      page: z.optional(z.int()),
    }),
  ),
  /** The caller’s own marks, which do not move the revision. */
  mine: z.object({
    /** The caller keeps it among their favourites. */
    favourite: z.boolean(),
    /** It came since the caller’s visit before, or its version is newer than the one they know. */
    isNew: z.boolean(),
    /** The last version that the caller has downloaded. */
    downloadedVersion: z.optional(z.int()),
    /** The version of the terms that the caller has accepted. */
    acceptedTerms: z.optional(z.string()),
  }),
  /** Values of fields that only this vendor has. */
  custom: z.record(z.string(), z.unknown()),
})
export type Asset = z.infer<typeof Asset>

/** An asset with its versions. */
export const FullAsset = z.object({
  ...Asset.shape,
  /** The versions in this language, the newest first. */
  versions: z.array(AssetVersion),
  /** The asset that took its place. */
  replacedBy: z.optional(ContentLink),
})
export type FullAsset = z.infer<typeof FullAsset>

/** The visit of a caller to the library. */
export const AssetVisit = z.object({
  /** The instant since which content is new to the caller: the end of the visit before, or on the first one two weeks ago. */
  since: Instant,
})
export type AssetVisit = z.infer<typeof AssetVisit>
