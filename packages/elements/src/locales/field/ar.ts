import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  requiredMark: 'مطلوب',
  choose: 'اختر…',
  yes: 'نعم',
  no: 'لا',
  currency: 'العملة',
  charactersLeft: {
    zero: 'لم يبقَ أي حرف',
    one: 'بقي حرف واحد',
    two: 'بقي حرفان',
    few: 'بقيت {n} أحرف',
    many: 'بقي {n} حرفًا',
    other: 'بقي {n} حرف',
  },
  charactersOver: {
    one: 'حرف واحد زائد',
    two: 'حرفان زائدان',
    few: '{n} أحرف زائدة',
    many: '{n} حرفًا زائدًا',
    other: '{n} حرف زائد',
  },
  consentLink: 'قراءة النص الكامل',
  consentVersion: 'الإصدار {version}',

  partFailed: 'تعذّر تحميل هذا الجزء من النموذج. تحقّق من الاتصال ثم أعد المحاولة.',

  dropFiles: 'اسحب الملفات إلى هنا، أو',
  chooseFiles: 'اختر ملفات',
  fileLimits: 'حتى {size} لكل ملف',
  fileRemove: 'إزالة {name}',

  lineAdd: 'إضافة منتج',
  linePaste: 'يمكنك أيضًا لصق صفوف من جدول بيانات: المنتج، الكمية، سعر الوحدة.',

  errorOther: 'تحقّق من هذا الإدخال.',
}
