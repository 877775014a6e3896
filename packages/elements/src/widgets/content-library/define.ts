import { define } from '../../base/define.ts'
import { PrmContentLibrary } from './content-library.ts'

export { PrmContentLibrary }

define('prm-content-library', PrmContentLibrary)
