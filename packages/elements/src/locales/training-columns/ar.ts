import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  columnTitle: 'الدورة',
  columnState: 'الحالة',
  columnProgress: 'نسبة الإنجاز المئوية',
  columnDue: 'موعد الاستحقاق',
}
