import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  search: 'بحث',
  all: 'الكل',
  sort: 'الترتيب حسب',
  export: 'تصدير CSV',
  print: 'طباعة',
  shown: '{shown} من {total}',
  more: 'عرض المزيد',
  unreadable: 'تعذّر عرض {name}: بياناته غير مكتملة.',
  noneMatch: 'لا نتائج لهذا البحث وعوامل التصفية هذه.',
  clearFilters: 'مسح البحث وعوامل التصفية',
  other: 'أخرى',
}
