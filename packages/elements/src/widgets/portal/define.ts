import { define } from '../../base/define.ts'
import { PrmPortal } from './portal.ts'

export type { PartnerPortalOptions } from './options.ts'
export { createPartnerPortal } from './partner-portal.ts'
export { PrmPortal }

define('prm-portal', PrmPortal)
