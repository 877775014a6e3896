import { define } from '../../base/define.ts'
import { PrmDealList } from './deal-list.ts'

export { PrmDealList }

define('prm-deal-list', PrmDealList)
