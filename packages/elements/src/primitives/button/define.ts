import { define } from '../../base/define.ts'
import { PrmButton } from './button.ts'

export { PrmButton }

define('prm-button', PrmButton)
