import { define } from '../../base/define.ts'
import { PrmPortal } from './portal.ts'

export { createPartnerPortal, type PartnerPortalOptions } from './partner-portal.ts'
export { PrmPortal }

define('prm-portal', PrmPortal)
