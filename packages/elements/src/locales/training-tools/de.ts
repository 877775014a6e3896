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
}
