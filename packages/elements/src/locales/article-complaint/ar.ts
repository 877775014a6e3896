import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  missing: 'المقال …',
  reasonOutdated: 'قديم',
  reasonIncorrect: 'فيه خطأ',
  reasonIncomplete: 'ناقص',
  reasonUnclear: 'صعب الفهم',
  reasonOther: 'سبب آخر',
  missingText: 'ما الذي كان ينقصك؟ (اختياري)',
  send: 'إرسال',
}
