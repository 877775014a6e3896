import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  title: 'قاعدة المعرفة',
  sections: 'الأقسام',
  articles: 'المقالات',
  articleCount: {
    zero: 'لا مقالات',
    one: 'مقال واحد',
    two: 'مقالان',
    few: '{n} مقالات',
    many: '{n} مقالًا',
    other: '{n} مقال',
  },
  popular: 'الأكثر قراءة',
  recent: 'آخر ما قرأت',
  saved: 'المحفوظات',
  path: 'موقعك الحالي',
  allSections: 'كل الأقسام',
  sectionGone: 'لم يعد هذا القسم موجودًا',
  sectionEmpty: 'لا مقالات هنا.',
  none: 'لا مقالات بعد',
  noneHint: 'تظهر هنا المساعدة بشأن المنتجات والخدمات.',
}
