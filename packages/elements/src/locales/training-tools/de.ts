import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  transcript: 'Schulungsnachweis (CSV)',
  transcriptSaved: 'Der Schulungsnachweis ist gespeichert.',
  columnTitle: 'Kurs',
  columnPath: 'Lernpfad',
  columnState: 'Status',
  columnProgress: 'Fortschritt in Prozent',
  columnScore: 'Ergebnis in Prozent',
  columnEnrolled: 'Angemeldet',
  left: 'Abgemeldet',
  feed: 'Kalender',
  feedHint:
    'Fälligkeiten, Termine und Ablauf von Zertifikaten im eigenen Kalenderprogramm. Wer die Adresse hat, kann sie lesen: Geben Sie sie nicht weiter.',
  feedMake: 'Kalenderadresse erstellen',
  feedAgain: 'Neue Adresse erstellen',
  feedEnd: 'Adresse abschalten',
  feedSince: 'Seit {date} gibt es eine Adresse. Eine neue ersetzt sie.',
  feedAddress: 'Kalenderadresse',
  feedOnce: 'Sie wird nur jetzt angezeigt. Fügen Sie sie im Kalenderprogramm als Abonnement hinzu.',
  feedCopy: 'Kalenderadresse kopieren',
  feedCopied: 'Die Kalenderadresse ist kopiert.',
  feedMade: 'Die Kalenderadresse ist erstellt.',
  feedEnded: 'Die Kalenderadresse ist abgeschaltet.',
}
