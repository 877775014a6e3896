import type { Announcement } from '@prmkit/contract'
import { ListElement } from '../../list/list-element.ts'
import { catalog, type AnnouncementsMessages } from '../../locales/announcements/catalog.ts'
import { announcementDefinition } from './announcement-definition.ts'
import { styles } from './announcements.styles.ts'

/**
 * @summary The vendor's announcements for the partner: unread ones, acknowledgements, and one in full.
 *
 * @slot loading - Shown while the list is fetched.
 * @slot empty - Shown where there are no announcements.
 * @slot error - Shown where the list could not be fetched.
 * @slot offline - Shown above the list while there is no connection.
 * @slot degraded - Shown above the list while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner opens an announcement (`announcement`) or goes back (an empty id); cancelable.
 * @event {LoadErrorEvent} prm-load-error - The list could not be fetched.
 * @csspart frame - The card.
 * @csspart tools - Filter and sort.
 * @csspart rows - The list.
 * @csspart row - One announcement.
 * @csspart more - The button that loads more.
 */
export class PrmAnnouncements extends ListElement<Announcement, AnnouncementsMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...ListElement.properties,
    announcementId: { attribute: 'announcement-id', reflect: true },
    announcementHref: { attribute: 'announcement-href' },
  }

  /** Shows this announcement in full instead of the list. */
  declare announcementId: string | undefined
  /** The address of an announcement on this site, with `{id}`; makes links that can be copied. */
  declare announcementHref: string | undefined

  protected override readonly definition = announcementDefinition

  protected override get recordId(): string | undefined {
    return this.announcementId
  }

  protected override set recordId(id: string | undefined) {
    this.announcementId = id
  }

  protected override get recordHref(): string | undefined {
    return this.announcementHref
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-announcements': PrmAnnouncements
  }
}
