import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  summaryTitle: {
    zero: 'لا توجد إدخالات تحتاج إلى انتباهك ({n})',
    one: 'إدخال واحد يحتاج إلى انتباهك ({n})',
    two: 'إدخالان يحتاجان إلى انتباهك ({n})',
    few: '{n} إدخالات تحتاج إلى انتباهك',
    many: '{n} إدخالًا يحتاج إلى انتباهك',
    other: '{n} إدخال يحتاج إلى انتباهك',
  },
  summaryOther: 'ليس في هذا النموذج: {detail}',
  reviewEdit: 'تغيير',
  reviewEmpty: 'غير معبّأ: {fields}',
  reviewTotal: 'المجموع',
}
