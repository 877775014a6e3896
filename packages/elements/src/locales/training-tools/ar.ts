import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  transcript: 'سجل التدريب (CSV)',
  transcriptSaved: 'حُفظ سجل التدريب.',
  columnTitle: 'الدورة',
  columnPath: 'مسار التعلم',
  columnState: 'الحالة',
  columnProgress: 'نسبة الإنجاز المئوية',
  columnScore: 'النتيجة المئوية',
  columnEnrolled: 'تاريخ التسجيل',
  left: 'منسحب منها',
}
