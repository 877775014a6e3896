import { define } from '../../base/define.ts'
import { PrmDialog } from './prm-dialog.ts'

export { PrmDialog }

define('prm-dialog', PrmDialog)
