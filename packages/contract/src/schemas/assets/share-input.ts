import * as z from 'zod/mini'
import { Id, Instant, Language, line } from '../common.ts'
import { filledIn } from '../common-input.ts'
import { paging } from '../pages.ts'
import { ShareStatus } from './shares.ts'

const label = line(200).check(...filledIn())

/** A new link. */
export const ShareInput = z.strictObject({
  /** The assets behind it. */
  assetIds: z.array(Id).check(z.minLength(1), z.maxLength(50)),
  /** A name for it, which only the partner reads. */
  label,
  /** The instant after which it no longer works, at most a year from now. */
  expiresAt: Instant,
  /** The deal that it is for. */
  dealId: z.optional(Id),
  /** The recipient’s language; without it, the caller’s. */
  language: z.optional(Language),
  /** How often it may be opened. */
  maxViews: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
})
export type ShareInput = z.infer<typeof ShareInput>

/** Changes of a link (JSON merge patch): `null` takes a value away. */
export const SharePatch = z.strictObject({
  /** A name for it, which only the partner reads. */
  label: z.optional(label),
  /** The instant after which it no longer works, at most a year from now. */
  expiresAt: z.optional(Instant),
  /** How often it may be opened. */
  maxViews: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(100_000)))),
  /** `true` lets it show the newest versions. */
  newest: z.optional(z.boolean()),
})
export type SharePatch = z.infer<typeof SharePatch>

/** The query of a list of links; the newest come first. */
export const ShareQuery = z.strictObject({
  ...paging,
  /** Links to this asset. */
  assetId: z.optional(Id),
  /** Links for this deal. */
  dealId: z.optional(Id),
  /** Links in one of these states. */
  status: z.optional(z.array(ShareStatus).check(z.maxLength(4))),
  /** The caller’s own links. */
  owner: z.optional(z.enum(['me'])),
})
export type ShareQuery = z.infer<typeof ShareQuery>
