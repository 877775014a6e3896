import { define } from '../../base/define.ts'
import { PrmBadge } from './badge.ts'

export { PrmBadge }

define('prm-badge', PrmBadge)
