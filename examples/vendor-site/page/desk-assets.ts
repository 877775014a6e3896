import '@prmkit/elements/portal'
import '@prmkit/elements/badge'
import '@prmkit/elements/combobox'
import '@prmkit/elements/file-drop'
import { AssetForm } from './add/asset-form.ts'
import { AssetUse } from './use/asset-use.ts'

customElements.define('qm-asset-use', AssetUse)
customElements.define('qm-asset-form', AssetForm)
