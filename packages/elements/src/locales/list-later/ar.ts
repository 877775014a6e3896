import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  views: 'طرق عرض محفوظة',
  saveView: 'حفظ طريقة العرض هذه',
  viewName: 'اسم طريقة العرض',
  save: 'حفظ',
  forgetView: 'حذف طريقة العرض {name}',
}
