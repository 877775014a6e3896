import { define } from '../../base/define.ts'
import { PrmFileDrop } from './prm-file-drop.ts'

export { PrmFileDrop }

define('prm-file-drop', PrmFileDrop)
