import * as z from 'zod/mini'
import { AssetStatus } from './assets.ts'
import { Id, Instant } from '../common.ts'
import { ContentLink } from '../content/content.ts'

/** The use of one asset in a period. No person is kept with it. */
export const AssetUse = z.object({
  /** The asset’s id. */
  id: Id,
  /** The asset. */
  asset: ContentLink,
  /** Its state now. */
  status: AssetStatus,
  /** How often somebody in the portal looked at it. */
  views: z.int(),
  /** How often its file was taken. */
  downloads: z.int(),
  /** How many links to it were made. */
  shares: z.int(),
  /** How often such links were opened. */
  shareViews: z.int(),
  /** How many partners used it. */
  partners: z.int(),
  /** The day on which it was last used, at its beginning. */
  lastAt: z.optional(Instant),
})
export type AssetUse = z.infer<typeof AssetUse>
