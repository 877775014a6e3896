import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  title: 'الإعلانات',
  searchHint: 'العنوان',
  count: {
    zero: 'لا إعلانات',
    one: 'إعلان واحد',
    two: 'إعلانان',
    few: '{n} إعلانات',
    many: '{n} إعلانًا',
    other: '{n} إعلان',
  },
  show: 'عرض',
  unread: 'غير المقروءة',
  read: 'المقروءة',
  sortNewest: 'الأحدث أولًا',
  sortOldest: 'الأقدم أولًا',
  isNew: 'جديد',
  toAcknowledge: 'بانتظار إقرارك',
  acknowledged: 'تم الإقرار',
  updated: 'تم تحديث {name}',
  none: 'لا توجد إعلانات',
  noneHint: 'تظهر هنا أخبار الشركاء.',
  published: 'تاريخ النشر',
  validUntil: 'سارٍ حتى',
  readAt: 'تاريخ القراءة',
  acknowledgedAt: 'تاريخ الإقرار',
}
