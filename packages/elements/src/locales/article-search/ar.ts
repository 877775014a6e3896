import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  searchArticles: 'البحث في قاعدة المعرفة',
  searchHint: 'ابحث في المقالات ورموز الأعطال وأرقام القطع',
  searchShort: 'البحث عن مساعدة',
  allFound: {
    zero: 'عرض النتائج',
    one: 'عرض النتيجة',
    two: 'عرض النتيجتين',
    few: 'عرض كل النتائج ({n})',
    many: 'عرض كل النتائج ({n})',
    other: 'عرض كل النتائج ({n})',
  },
  searching: 'جارٍ البحث…',
  found: {
    zero: 'لا مقالات عن «{words}»',
    one: 'مقال واحد عن «{words}»',
    two: 'مقالان عن «{words}»',
    few: '{n} مقالات عن «{words}»',
    many: '{n} مقالًا عن «{words}»',
    other: '{n} مقال عن «{words}»',
  },
  foundNone: 'لم يُعثر على شيء عن «{words}»',
  foundNoneHint: 'تحقق من الإملاء أو جرّب كلمات أقل أو غيرها.',
  foundInstead: 'لم يُعثر على شيء عن «{words}». هذه هي المقالات عن «{other}».',
  didYouMean: 'هل تقصد',
  ask: 'لم تجد الجواب؟ اسألنا',
}
