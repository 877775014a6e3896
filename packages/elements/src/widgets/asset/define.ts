import { define } from '../../base/define.ts'
import { PrmAsset } from './asset.ts'

export { PrmAsset }

define('prm-asset', PrmAsset)
