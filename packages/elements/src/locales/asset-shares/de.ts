import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  shares: 'Links für Kunden',
  createLink: 'Link erstellen',
  shareHint: 'Wer den Link hat, sieht die Inhalte ohne Anmeldung, bis der Link endet.',
  linkCreated: 'Der Link ist erstellt.',
  linkLabel: 'Name des Links',
  labelHint: 'Nur Ihr Unternehmen liest ihn.',
  linkEnd: 'Letzter Tag',
  linkLanguage: 'Sprache des Empfängers',
  linkDeal: 'Registrierung',
  linkViews: 'Höchstzahl der Aufrufe',
  linkActive: 'Aktiv',
  linkExpired: 'Abgelaufen',
  linkUsedUp: 'Aufgebraucht',
  linkRevoked: 'Beendet',
  linkUntil: 'Bis {date}',
  viewCount: { one: '{n} Aufruf', other: '{n} Aufrufe' },
  viewsOf: { one: '{n} von {most} Aufrufen', other: '{n} von {most} Aufrufen' },
  lastView: 'Zuletzt geöffnet am {date}',
  linkOlder: 'Sie haben Version {version} geteilt; Version {newest} ist erschienen.',
  copyShare: 'Link für den Kunden kopieren',
  showNewest: 'Neueste Version zeigen',
  linkUpdated: 'Der Link zeigt die neueste Version.',
  revoke: 'Link jetzt beenden',
  linkEnded: 'Der Link funktioniert nicht mehr.',
}
