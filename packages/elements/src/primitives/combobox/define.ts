import { define } from '../../base/define.ts'
import { PrmCombobox } from './prm-combobox.ts'

export { PrmCombobox }

define('prm-combobox', PrmCombobox)
