import * as z from 'zod/mini'
import { ExternalIds, Id, Instant, Language } from '../common.ts'

/** The states of a link to assets. */
export const ShareStatus = z.enum(['active', 'expired', 'used_up', 'revoked'])
export type ShareStatus = z.infer<typeof ShareStatus>

/** An asset behind a link, as it was when the link was made or brought up to date. */
export const SharedAsset = z.object({
  /** The asset’s id. */
  id: Id,
  /** The title as plain text, in the link’s language where there is one. */
  title: z.string(),
  /** The version that the link shows. */
  version: z.int(),
  /** The newest version. */
  newestVersion: z.int(),
  /** It is still there for those who have the link. */
  available: z.boolean(),
})
export type SharedAsset = z.infer<typeof SharedAsset>

/** A link to assets for people without a log-in. */
export const Share = z.object({
  /** The link’s id. */
  id: Id,
  /** Identifiers of the link in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** The state of the link. */
  status: ShareStatus,
  /** The actions that the caller may do now. */
  allowedActions: z.array(z.string()),
  /** A name for it, which only the partner reads. */
  label: z.string(),
  /** The address to give away. */
  url: z.string(),
  /** The language of the page behind it. */
  language: Language,
  /** The assets behind it. */
  assets: z.array(SharedAsset),
  /** An asset behind it has a newer version. */
  newerVersion: z.boolean(),
  /** The deal that it is for. */
  dealId: z.optional(Id),
  /** The instant after which it no longer works. */
  expiresAt: Instant,
  /** How often it may be opened. */
  maxViews: z.optional(z.int()),
  /** How often it was opened; who did is not kept. */
  views: z.int(),
  /** The instant at which it was last opened. */
  lastViewedAt: z.optional(Instant),
  /** The user who made it. */
  ownerUserId: Id,
  /** That user’s name. */
  ownerName: z.optional(z.string()),
})
export type Share = z.infer<typeof Share>
