import { needing, type Check } from './check.ts'
import { announcements } from './checks/announcements.ts'
import { approvedDeals } from './checks/deals/approved-deals.ts'
import { assets } from './checks/assets.ts'
import { boards } from './checks/boards/boards.ts'
import { articles } from './checks/articles.ts'
import { capabilities } from './checks/capabilities.ts'
import { conflicts } from './checks/deals/conflicts.ts'
import { dealInput } from './checks/deals/deal-input.ts'
import { dealActions } from './checks/deals/deal-actions.ts'
import { deals } from './checks/deals/deals.ts'
import { events } from './checks/events.ts'
import { files } from './checks/files.ts'
import { forms } from './checks/forms.ts'
import { http } from './checks/http.ts'
import { idempotency } from './checks/idempotency.ts'
import { limits } from './checks/limits.ts'
import { lists } from './checks/lists.ts'
import { money } from './checks/deals/money.ts'
import { changes } from './checks/operations/changes.ts'
import { content } from './checks/operations/content.ts'
import { order } from './checks/operations/order.ts'
import { reads } from './checks/operations/reads.ts'
import { everyAnswer, writes } from './checks/operations/writes.ts'
import { points } from './checks/boards/points.ts'
import { revisions } from './checks/revisions.ts'
import { sessions } from './checks/sessions.ts'
import { smallRules } from './checks/small-rules.ts'
import { streams } from './checks/streams.ts'
import { tiers } from './checks/boards/tiers.ts'
import { training } from './checks/training.ts'
import { viewing } from './checks/viewing.ts'
import { visibility } from './checks/visibility.ts'
import { templates } from './checks/templates.ts'

/** Every check, in the order in which they run. */
export const checks: readonly Check[] = [
  ...http,
  ...capabilities,
  ...sessions,
  ...forms,
  ...needing(
    ['deals', 'writing'],
    [
      ...deals,
      ...money,
      ...dealInput,
      ...idempotency,
      ...revisions,
      ...dealActions,
      ...approvedDeals,
    ],
  ),
  ...conflicts,
  ...visibility,
  ...viewing,
  ...lists,
  ...needing(['deals', 'writing'], files),
  ...announcements,
  ...boards,
  ...points,
  ...tiers,
  ...articles,
  ...assets,
  ...templates,
  ...training,
  ...reads,
  ...order,
  ...content,
  ...writes,
  ...changes,
  ...events,
  ...streams,
  ...smallRules,
  ...limits,
  ...everyAnswer,
]
