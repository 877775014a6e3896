import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  columnTitle: 'Kurs',
  columnState: 'Status',
  columnProgress: 'Fortschritt in Prozent',
  columnDue: 'Fällig',
}
