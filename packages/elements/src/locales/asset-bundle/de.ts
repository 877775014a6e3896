import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  chosen: { one: '{n} Inhalt ausgewählt', other: '{n} Inhalte ausgewählt' },
  chooseNone: 'Auswahl aufheben',
  zip: 'Als ZIP herunterladen',
  making: 'Die ZIP-Datei wird erstellt…',
  packed: '{done} von {files} Dateien',
  zipReady: 'Die ZIP-Datei ist fertig ({size}). Sie bleibt bis {until} verfügbar.',
  zipAgain: 'Erneut herunterladen',
  zipOver: 'Die ZIP-Datei ist abgelaufen. Laden Sie die Auswahl noch einmal als ZIP herunter.',
  zipFailed: 'Die ZIP-Datei konnte nicht erstellt werden.',
  termsFirst: 'Öffnen Sie zuerst diese Inhalte und stimmen Sie ihren Bedingungen zu:',
  notShared: 'Diese Inhalte dürfen nicht weitergegeben werden:',
  shareChosen: 'Mit Kunden teilen',
}
