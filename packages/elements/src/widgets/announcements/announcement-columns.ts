import type { Announcement } from '@prmkit/contract'
import type { Column } from '../../list/list-definition.ts'
import type { AnnouncementsScene } from './host.ts'

export { catalog } from '../../locales/announcements/catalog.ts'

/** The columns of the exported announcements. */
export const columns = ({ t }: Pick<AnnouncementsScene, 't'>): readonly Column<Announcement>[] => [
  { heading: t('title'), value: ({ title }) => title },
  { heading: t('published'), kind: 'instant', value: ({ validFrom }) => validFrom },
  { heading: t('validUntil'), kind: 'instant', value: ({ validUntil }) => validUntil },
  { heading: t('readAt'), kind: 'instant', value: ({ mine }) => mine.readAt },
  { heading: t('acknowledgedAt'), kind: 'instant', value: ({ mine }) => mine.acknowledgedAt },
]
