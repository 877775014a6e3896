import { html } from 'lit'
import type { Announcement } from '@prmkit/contract'
import { define } from '../../base/define.ts'
import { formatInstant } from '../../base/values/format.ts'
import type { ListDefinition } from '../../list/list-definition.ts'
import { announcementMarks } from './announcement-marks.ts'
import type { AnnouncementsScene } from './host.ts'

/** The announcements of the vendor, for the list. */
export const announcementDefinition: ListDefinition<Announcement, AnnouncementsScene> = {
  resource: 'announcements',
  kind: 'announcement',
  withoutSearch: true,
  sorts: { from_desc: 'sortNewest', from_asc: 'sortOldest' },
  filters: [
    {
      name: 'unread',
      label: 'show',
      values: { '': 'all', true: 'unread', false: 'read' },
      single: true,
    },
  ],
  operations: (client) => client.announcements,
  columns: () => import('./announcement-columns.ts'),
  row: (announcement, { t, locale }) => ({
    label: html`<bdi>${announcement.title}</bdi>`,
    title: announcement.title,
    under: formatInstant(locale, announcement.validFrom, { dateStyle: 'medium' }),
    cells: [html`<div class="marks">${announcementMarks(t, announcement)}</div>`],
  }),
  nameOf: ({ title, id }) => String(title ?? id),
  changeText: (before, { revision, title }, { t }) =>
    before.revision === revision ? undefined : t('updated', { name: title }),
  blank: ({ t }) => html`
    <h2>${t('none')}</h2>
    <p>${t('noneHint')}</p>
  `,
  page: async () =>
    define('prm-announcement', (await import('./announcement-page.ts')).PrmAnnouncement),
}
