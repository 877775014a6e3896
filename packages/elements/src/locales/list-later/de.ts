import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  views: 'Gespeicherte Ansichten',
  saveView: 'Diese Ansicht speichern',
  viewName: 'Name der Ansicht',
  save: 'Speichern',
  forgetView: 'Ansicht {name} löschen',
}
