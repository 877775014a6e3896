import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  copyLink: 'نسخ الرابط',
  copied: 'نُسخ الرابط.',
  files: 'الملفات',
  noFiles: 'لا ملفات مرفقة.',
  addFiles: 'إرفاق ملفات',
  removeFile: 'إزالة {name}',
  messages: 'الرسائل',
  partnerOnly: 'لا تقرؤها إلا شركتك',
  noMessages: 'لا رسائل بعد. ما تكتبه هنا يصل إلى فريق الشركاء لدى المورّد.',
  write: 'رسالتك',
  room: {
    zero: 'لم يبقَ أي حرف',
    one: 'بقي حرف واحد',
    two: 'بقي حرفان',
    few: 'بقيت {n} أحرف',
    many: 'بقي {n} حرفًا',
    other: 'بقي {n} حرف',
  },
  tooLong: 'الحد الأقصى للرسالة {n} حرف. قصّرها بمقدار {over}.',
  send: 'إرسال',
  messageSent: 'أُرسلت رسالتك.',
  history: 'السجل',
  stale: 'جرى تعديله في الأثناء. ما أدخلته محفوظ؛ راجعه وأرسل من جديد.',
  notDone: 'لم ينجح ذلك',
  done: 'حُفظ.',
  nextSteps: 'الخطوة التالية',
  fileAttached: 'أُرفق ملف',
  fileDetached: 'أُزيل ملف',
  details: 'التفاصيل',
}
