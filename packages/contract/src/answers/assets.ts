// Generated from routes.ts; see generate.ts.
import { AssetPreview } from '../schemas/assets/asset-preview.ts'
import { Asset, AssetVisit, FullAsset } from '../schemas/assets/assets.ts'
import { BulkResult } from '../schemas/bulk.ts'
import { Download } from '../schemas/files.ts'

/** The schemas of the answers of `assets`; in brackets where pages hold them. */
export const answers = {
  list: [Asset],
  visit: AssetVisit,
  get: FullAsset,
  preview: AssetPreview,
  download: Download,
  render: Download,
  acceptTerms: Asset,
  favourite: Asset,
  unfavourite: Asset,
  create: Asset,
  update: Asset,
  act: Asset,
  bulk: BulkResult,
}
