// Generated from routes.ts; see generate.ts.
import { AssetUse } from '../schemas/assets/asset-use.ts'

/** The schemas of the answers of `assetUse`; in brackets where pages hold them. */
export const answers = {
  list: [AssetUse],
}
