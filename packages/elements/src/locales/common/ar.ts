import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  vendor: 'المورّد',
  retry: 'إعادة المحاولة',
  cancel: 'إلغاء',
  close: 'إغلاق',
  loading: 'جارٍ التحميل…',
  empty: 'لا يوجد شيء هنا بعد.',
  notOffered: 'هذا غير متاح هنا لدى {vendor}.',
  signedOut: 'سُجّل خروجك. أعد تحميل هذه الصفحة لتسجيل الدخول.',
  offline: 'أنت غير متصل بالإنترنت. قد تكون البيانات المعروضة قديمة.',
  degraded: 'تعذّر تحميل بعض العناصر.',
  errorTitle: 'تعذّر تحميل هذا المحتوى',
  errorUnknown: 'حدث خطأ من جهتنا.',
  errorNetwork: 'تعذّر الوصول إلى الخادم. تحقّق من الاتصال ثم أعد المحاولة.',
  errorSession: 'انتهت جلستك. سجّل الدخول مجددًا للمتابعة.',
  errorForbidden: 'ليست لديك صلاحية الوصول. تواصل مع مسؤول الشريك لديك.',
  errorNotFound: 'هذا غير موجود، أو ليست لديك صلاحية الوصول إليه.',
  errorRateLimited: 'طلبات كثيرة جدًا. انتظر قليلًا ثم أعد المحاولة.',
  requestId: 'المرجع: {id}',
}
