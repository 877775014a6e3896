import type { Announcement } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { ListScene } from '../../list/list-definition.ts'
import type { AnnouncementsMessages } from '../../locales/announcements/catalog.ts'

/** The list of announcements, as its rows see it. */
export interface AnnouncementsScene extends Omit<ListScene<Announcement>, 't'> {
  readonly t: Translate<AnnouncementsMessages>
}
