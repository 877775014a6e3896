import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  summaryTitle: {
    one: '{n} Feld korrigieren',
    other: '{n} Felder korrigieren',
  },
  summaryOther: 'Nicht in diesem Formular: {detail}',
  reviewEdit: 'Bearbeiten',
  reviewEmpty: 'Nicht ausgefüllt: {fields}',
  reviewTotal: 'Summe',
}
