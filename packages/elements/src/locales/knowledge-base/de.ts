import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  title: 'Wissensdatenbank',
  sections: 'Bereiche',
  articles: 'Artikel',
  articleCount: { one: '{n} Artikel', other: '{n} Artikel' },
  popular: 'Meistgelesen',
  recent: 'Zuletzt gelesen',
  saved: 'Gemerkt',
  path: 'Sie sind hier',
  allSections: 'Alle Bereiche',
  sectionGone: 'Diesen Bereich gibt es nicht mehr',
  sectionEmpty: 'Hier gibt es keine Artikel.',
  none: 'Noch keine Artikel',
  noneHint: 'Hilfe zu Produkten und Leistungen erscheint hier.',
}
