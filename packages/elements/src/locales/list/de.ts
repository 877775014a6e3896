import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  search: 'Suche',
  all: 'Alle',
  sort: 'Sortieren nach',
  export: 'Als CSV ausgeben',
  print: 'Drucken',
  shown: '{shown} von {total}',
  more: 'Mehr zeigen',
  unreadable: '{name} lässt sich nicht anzeigen: Die Angaben sind unvollständig.',
  noneMatch: 'Nichts passt zu dieser Suche und diesen Filtern.',
  clearFilters: 'Suche und Filter leeren',
  other: 'Anderer',
}
