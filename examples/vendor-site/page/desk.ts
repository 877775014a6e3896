import '@prmkit/elements/portal'
import '@prmkit/elements/badge'
import '@prmkit/elements/button'
import '@prmkit/elements/dialog'
import '@prmkit/elements/timeline'
import { Desk } from './desk/desk.ts'
import { DeskDeal } from './desk/desk-deal.ts'
import { signOutProperly } from './sign-out.ts'

signOutProperly()
customElements.define('qm-desk-deal', DeskDeal)
customElements.define('qm-desk', Desk)
