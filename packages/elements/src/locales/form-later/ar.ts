import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  summaryTitle: {
    zero: 'لا حقول للتصحيح ({n})',
    one: 'صحّح حقلًا واحدًا ({n})',
    two: 'صحّح حقلين ({n})',
    few: 'صحّح {n} حقول',
    many: 'صحّح {n} حقلًا',
    other: 'صحّح {n} حقل',
  },
  summaryOther: 'ليس في هذا النموذج: {detail}',
  reviewEdit: 'تعديل',
  reviewEmpty: 'غير معبّأ: {fields}',
  reviewTotal: 'المجموع',
}
