import '@prmkit/elements/portal'
import '@prmkit/elements/badge'
import '@prmkit/elements/button'
import '@prmkit/elements/combobox'
import '@prmkit/elements/dialog'
import '@prmkit/elements/timeline'
import { Decision } from './desk/decision.ts'
import { Desk } from './desk/desk.ts'
import { DeskDeal } from './desk/desk-deal.ts'
import { Messages } from './desk/messages.ts'

customElements.define('qm-decision', Decision)
customElements.define('qm-messages', Messages)
customElements.define('qm-desk-deal', DeskDeal)
customElements.define('qm-desk', Desk)
