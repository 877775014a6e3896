import type { Deal } from '@prmkit/contract'
import { dayOf } from '../../../base/values/format-day.ts'
import type { Column } from '../../../list/list-definition.ts'
import { outcomeText, statusText } from '../deal-status.ts'
import { stageOf, type DealListScene } from '../host.ts'

export { catalog } from '../../../locales/deal-list-later/catalog.ts'

/** The columns of the exported registrations. */
export const columns = ({
  t,
  discovery,
}: Pick<DealListScene, 't' | 'discovery'>): readonly Column<Deal>[] => [
  { heading: t('number'), value: ({ number }) => number },
  { heading: t('customer'), value: ({ customer }) => customer?.companyName },
  { heading: t('project'), value: ({ name }) => name },
  { heading: t('status'), value: (deal) => statusText(t, deal) },
  { heading: t('stage'), value: (deal) => stageOf(discovery, deal) },
  { heading: t('outcome'), value: (deal) => outcomeText(t, deal) },
  { heading: t('value'), kind: 'decimal', value: ({ amount }) => amount?.amount },
  { heading: t('currency'), value: ({ amount }) => amount?.currency },
  { heading: t('expectedClose'), value: ({ expectedCloseDate }) => expectedCloseDate },
  { heading: t('created'), kind: 'instant', value: ({ createdAt }) => createdAt },
  {
    heading: t('protectedUntil'),
    value: ({ protection }) => protection && dayOf(protection.expiresAt, discovery?.timeZone),
  },
  { heading: t('ownerName'), value: ({ ownerName }) => ownerName },
]
