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
  feed: 'التقويم',
  feedHint:
    'مواعيد الإكمال والحصص التدريبية وانتهاء الشهادات في برنامج التقويم لديك. كل من لديه العنوان يستطيع قراءتها، فلا تشاركه مع أحد.',
  feedMake: 'إنشاء عنوان تقويم',
  feedAgain: 'إنشاء عنوان جديد',
  feedEnd: 'إيقاف العنوان',
  feedSince: 'يوجد عنوان منذ {date}. إنشاء عنوان جديد يلغيه.',
  feedAddress: 'عنوان التقويم',
  feedOnce: 'يظهر الآن فقط. أضفه إلى برنامج التقويم على شكل اشتراك.',
  feedCopy: 'نسخ عنوان التقويم',
  feedCopied: 'نُسخ عنوان التقويم.',
  feedMade: 'عنوان التقويم جاهز.',
  feedEnded: 'أُوقف عنوان التقويم.',
}
