import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  summaryTitle: {
    one: '{n} Angabe braucht Ihre Aufmerksamkeit',
    other: '{n} Angaben brauchen Ihre Aufmerksamkeit',
  },
  summaryOther: 'Nicht in diesem Formular: {detail}',
  reviewEdit: 'Ändern',
  reviewEmpty: 'Nicht ausgefüllt: {fields}',
  reviewTotal: 'Summe',
}
