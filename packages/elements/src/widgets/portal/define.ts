import { define } from '../../base/define.ts'
import { PrmPortal } from './portal.ts'

export { createPartnerPortal, type PartnerPortalOptions } from './partner-portal.ts'
export type { FetchToken, Token, TokenRequest } from './token.ts'
export { PrmPortal }

define('prm-portal', PrmPortal)
