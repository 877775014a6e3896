import '@prmkit/elements/portal'
import '@prmkit/elements/badge'
import '@prmkit/elements/combobox'
import { BoardDesk } from './boards/board-desk.ts'
import { BoardPlaces } from './boards/board-places.ts'
import { PersonDesk } from './boards/person-desk.ts'
import { PointDesk } from './boards/point-desk.ts'
import { TierDesk } from './boards/tier-desk.ts'

customElements.define('qm-board-places', BoardPlaces)
customElements.define('qm-point-desk', PointDesk)
customElements.define('qm-tier-desk', TierDesk)
customElements.define('qm-person-desk', PersonDesk)
customElements.define('qm-board-desk', BoardDesk)
