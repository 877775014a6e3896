import * as z from 'zod/mini'
import { AssetStatus, AssetType } from './assets.ts'
import { CivilDate, Id, Instant, Language, line } from '../common.ts'
import { paging } from '../pages.ts'

/** The orders of a list of assets. */
export const AssetSort = z.enum([
  'position_asc',
  'published_desc',
  'updated_desc',
  'title_asc',
  'downloads_desc',
])
export type AssetSort = z.infer<typeof AssetSort>

/** The query of a list of assets, or of a search for them. */
export const AssetQuery = z.strictObject({
  ...paging,
  /** The words as they were typed; the best finds come first, whatever `sort` says. */
  search: z.optional(z.string().check(z.maxLength(10_000))),
  /** Assets in one of these folders, or below them. */
  folder: z.optional(z.array(Id).check(z.maxLength(50))),
  /** Assets of one of these kinds. */
  type: z.optional(z.array(AssetType).check(z.maxLength(20))),
  /** Assets about one of these products. */
  product: z.optional(z.array(Id).check(z.maxLength(50))),
  /** Assets for one of these stages of a sale. */
  stage: z.optional(z.array(line(100)).check(z.maxLength(50))),
  /** Assets that there are in one of these languages. */
  language: z.optional(z.array(Language).check(z.maxLength(20))),
  /** Assets with one of these tags. */
  tag: z.optional(z.array(line(100)).check(z.maxLength(50))),
  /** Assets about a product of this deal and for its stage, or for every stage. */
  dealId: z.optional(Id),
  /** Assets that were published or got a new version after this instant. */
  updatedSince: z.optional(Instant),
  /** `true` asks for the caller’s favourites. */
  favourite: z.optional(z.boolean()),
  /** `true` asks for what the vendor puts first. */
  featured: z.optional(z.boolean()),
  /** Assets in one of these states; only the vendor gets others than published ones. */
  status: z.optional(z.array(AssetStatus).check(z.maxLength(5))),
  /** The order of the list; without it the vendor’s own. */
  sort: z.optional(AssetSort),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type AssetQuery = z.infer<typeof AssetQuery>

/** The language in which an asset is opened. */
export const AssetLanguageQuery = z.strictObject({
  /** The language to show; without it, or where the asset lacks it, the reader’s own. */
  language: z.optional(Language),
})

/** The language and version of a preview. */
export const AssetPreviewQuery = z.strictObject({
  /** The language to show; without it, or where the asset lacks it, the reader’s own. */
  language: z.optional(Language),
  /** An earlier version; without it, the newest. */
  version: z.optional(z.int().check(z.gte(1))),
})

/** The orders of the report of use. */
export const AssetUseSort = z.enum(['views_desc', 'downloads_desc', 'shares_desc', 'partners_desc'])
export type AssetUseSort = z.infer<typeof AssetUseSort>

/** The query of the report of use. */
export const AssetUseQuery = z.strictObject({
  ...paging,
  /** The first day of the period; without it, since the beginning. */
  from: z.optional(CivilDate),
  /** The last day of the period; without it, today. */
  until: z.optional(CivilDate),
  /** `false` asks for published assets that nobody used, `true` for the others. */
  used: z.optional(z.boolean()),
  /** The use by this partner alone. */
  partnerId: z.optional(Id),
  /** The order of the report; without it, by views. */
  sort: z.optional(AssetUseSort),
})
export type AssetUseQuery = z.infer<typeof AssetUseQuery>
