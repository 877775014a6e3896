import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  chosen: {
    zero: 'لم تُحدد أي مادة',
    one: 'حُددت مادة واحدة',
    two: 'حُددت مادتان',
    few: 'حُددت {n} مواد',
    many: 'حُددت {n} مادة',
    other: 'حُددت {n} مادة',
  },
  chooseNone: 'إلغاء التحديد',
  zip: 'تنزيل كملف ZIP',
  making: 'جارٍ إنشاء ملف ZIP…',
  packed: '{done} من {files} ملفات',
  zipReady: 'ملف ZIP جاهز ({size})، ويبقى متاحًا حتى {until}.',
  zipAgain: 'تنزيل مرة أخرى',
  zipOver: 'انتهت صلاحية ملف ZIP. نزّل المواد المحددة كملف ZIP من جديد.',
  zipFailed: 'تعذّر إنشاء ملف ZIP.',
  termsFirst: 'افتح هذه المواد ووافق على شروطها أولًا:',
  notShared: 'لا يمكن مشاركة هذه المواد:',
  shareChosen: 'مشاركة مع عميل',
}
