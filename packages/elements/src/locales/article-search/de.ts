import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  searchArticles: 'Wissensdatenbank durchsuchen',
  searchHint: 'Artikel, Fehlercodes, Teilenummern suchen',
  searchShort: 'Hilfe suchen',
  allFound: { one: '{n} Treffer zeigen', other: 'Alle {n} Treffer zeigen' },
  searching: 'Suche läuft …',
  found: { one: '{n} Artikel zu „{words}“', other: '{n} Artikel zu „{words}“' },
  foundNone: 'Nichts gefunden zu „{words}“',
  foundNoneHint:
    'Prüfen Sie die Schreibweise oder versuchen Sie es mit weniger oder anderen Wörtern.',
  foundInstead: 'Zu „{words}“ wurde nichts gefunden. Dies sind die Artikel zu „{other}“.',
  didYouMean: 'Meinten Sie',
  ask: 'Nichts Passendes? Fragen Sie uns',
}
