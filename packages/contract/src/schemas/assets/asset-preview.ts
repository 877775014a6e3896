import * as z from 'zod/mini'
import { Instant, Language } from '../common.ts'

/** The ways in which an asset can be looked at without taking it. */
export const PreviewKind = z.enum(['pages', 'image', 'video', 'text', 'link', 'none'])
export type PreviewKind = z.infer<typeof PreviewKind>

/** The reasons why there is no preview. */
export const NoPreviewReason = z.enum([
  'pending',
  'encrypted',
  'broken',
  'too_large',
  'too_slow',
  'unsupported',
])
export type NoPreviewReason = z.infer<typeof NoPreviewReason>

/** A page, a slide, a sheet or an image. */
export const PreviewPage = z.object({
  /** The number of the page, from 1. */
  number: z.int(),
  /** A signed address of its image; absent where there is only the text. */
  url: z.optional(z.string()),
  /** Pixels of the image from side to side. */
  width: z.optional(z.int()),
  /** Pixels of the image from top to bottom. */
  height: z.optional(z.int()),
  /** The text of the page, for reading aloud and for search. */
  text: z.optional(z.string()),
})
export type PreviewPage = z.infer<typeof PreviewPage>

/** The captions of a video in one language. */
export const Captions = z.object({
  /** The language of the captions. */
  language: Language,
  /** A signed address of the captions (WebVTT). */
  url: z.string(),
})
export type Captions = z.infer<typeof Captions>

/** A place of a template for words or a logo of the partner’s own. */
export const TemplateZone = z.object({
  /** The name of the zone in the template. */
  name: z.string(),
  /** Words on one line, or an image. */
  kind: z.enum(['text', 'logo']),
  /** The label of its field, in the language of the template. */
  label: z.string(),
  /** The words that stand there in the template. */
  text: z.optional(z.string()),
  /** The most characters of its words (UTF-16 code units). */
  maxLength: z.optional(z.int()),
})
export type TemplateZone = z.infer<typeof TemplateZone>

/** A look at an asset; its addresses are signed and work for five minutes. */
export const AssetPreview = z.object({
  /** The way in which it is looked at. */
  kind: PreviewKind,
  /** The pages; one for an image. */
  pages: z.array(PreviewPage),
  /** The video, where it is one that browsers play. */
  video: z.optional(
    z.object({
      /** A signed address of the video, which takes ranges. */
      url: z.string(),
      /** The media type of the video. */
      mediaType: z.string(),
      /** A signed address of the image before it plays. */
      poster: z.optional(z.string()),
      /** The captions that there are. */
      captions: z.array(Captions),
    }),
  ),
  /** The reason why there is no preview, or why pages are without an image. */
  reason: z.optional(NoPreviewReason),
  /** How many pages the asset has, where that is more than are shown. */
  pageCount: z.optional(z.int()),
  /** The places that a partner fills, where it is a template. */
  zones: z.optional(z.array(TemplateZone)),
  /** The instant after which the addresses no longer work. */
  expiresAt: Instant,
})
export type AssetPreview = z.infer<typeof AssetPreview>
