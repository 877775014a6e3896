import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  copyLink: 'Link kopieren',
  copied: 'Der Link wurde kopiert.',
  files: 'Dateien',
  noFiles: 'Keine Dateien angehängt.',
  addFiles: 'Dateien anhängen',
  removeFile: '{name} entfernen',
  history: 'Verlauf',
  notDone: 'Das ist fehlgeschlagen',
  done: 'Gespeichert.',
  fileAttached: 'Datei angehängt',
  fileDetached: 'Datei entfernt',
}
