import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  search: 'Suche',
  all: 'Alle',
  sort: 'Sortieren nach',
  export: 'Als CSV exportieren',
  print: 'Drucken',
  shown: '{shown} von {total}',
  more: 'Mehr anzeigen',
  unreadable: '{name} lässt sich nicht anzeigen: Die Angaben sind unvollständig.',
  noneMatch: 'Zu dieser Suche und diesen Filtern gibt es keine Treffer.',
  clearFilters: 'Suche und Filter zurücksetzen',
  other: 'Sonstiges',
}
