import { define } from '../../base/define.ts'
import { PrmDealForm } from './deal-form.ts'

export { PrmDealForm }

define('prm-deal-form', PrmDealForm)
