import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  stepCheck: 'التوفر',
  stepForm: 'التفاصيل',
  stepReview: 'المراجعة',
  checkTitle: 'هل هذا العميل متاح؟',
  checkIntro: 'تحقّق قبل أن تملأ النموذج كاملًا.',
  checkProducts: 'المنتجات',
  checkRun: 'تحقّق من التوفر',
  checking: 'جارٍ التحقق…',
  checkSkip: 'تخطّي التحقق',
  checkContinue: 'المتابعة إلى النموذج',
  checkAnyway: 'التسجيل على أي حال',
  back: 'رجوع',
  toReview: 'مراجعة',
  optional: 'حقول اختيارية ({n})',
  noForm: 'لا يوجد نموذج تسجيل متاح لك.',
}
