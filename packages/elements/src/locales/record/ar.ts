import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  copyLink: 'نسخ الرابط',
  copied: 'نُسخ الرابط.',
  files: 'الملفات',
  noFiles: 'لا ملفات مرفقة.',
  addFiles: 'إرفاق ملفات',
  removeFile: 'إزالة {name}',
  history: 'السجل',
  notDone: 'تعذّر تنفيذ ذلك',
  done: 'حُفظ.',
  fileAttached: 'أُرفق ملف',
  fileDetached: 'أُزيل ملف',
}
