import '@prmkit/elements/portal'
import '@prmkit/elements/badge'
import { AssetUse } from './use/asset-use.ts'

customElements.define('qm-asset-use', AssetUse)
