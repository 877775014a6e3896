import { define } from '../../base/define.ts'
import { PrmSearchBox } from './search-box.ts'

export { PrmSearchBox }

define('prm-search-box', PrmSearchBox)
