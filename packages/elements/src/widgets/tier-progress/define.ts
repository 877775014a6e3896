import { define } from '../../base/define.ts'
import { PrmTierProgress } from './tier-progress.ts'

export { PrmTierProgress }

define('prm-tier-progress', PrmTierProgress)
