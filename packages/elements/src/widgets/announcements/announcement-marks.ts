import { nothing } from 'lit'
import type { Announcement } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { messages } from '../../locales/announcements/en.ts'
import { badge } from '../../primitives/badge/badge.ts'

/** Unread, due to be acknowledged, or acknowledged. */
export const announcementMarks = (
  t: Translate<typeof messages>,
  { acknowledge, mine }: Announcement,
) => [
  mine.readAt ? nothing : badge('accent', t('isNew')),
  ' ',
  acknowledge
    ? mine.acknowledgedAt
      ? badge('success', t('acknowledged'))
      : badge('warning', t('toAcknowledge'))
    : nothing,
]
