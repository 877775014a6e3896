import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  copyLink: 'Link kopieren',
  copied: 'Der Link ist kopiert.',
  files: 'Dateien',
  noFiles: 'Es sind keine Dateien angehängt.',
  addFiles: 'Dateien anhängen',
  removeFile: '{name} entfernen',
  messages: 'Nachrichten',
  partnerOnly: 'liest nur Ihre Firma',
  noMessages:
    'Noch keine Nachrichten. Was Sie hier schreiben, geht an das Partnerteam des Herstellers.',
  write: 'Ihre Nachricht',
  room: { one: 'Noch {n} Zeichen', other: 'Noch {n} Zeichen' },
  tooLong: 'Eine Nachricht hat höchstens {n} Zeichen. Kürzen Sie sie um {over}.',
  send: 'Senden',
  messageSent: 'Ihre Nachricht ist gesendet.',
  history: 'Verlauf',
  stale:
    'Inzwischen wurde etwas geändert. Ihre Eingaben sind noch da; prüfen Sie sie und senden Sie erneut.',
  notDone: 'Das hat nicht geklappt',
  done: 'Gespeichert.',
  nextSteps: 'Wie es weitergeht',
  fileAttached: 'Datei angehängt',
  fileDetached: 'Datei entfernt',
  details: 'Einzelheiten',
}
