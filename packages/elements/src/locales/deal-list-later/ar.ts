import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  customer: 'العميل',
  stage: 'مرحلة البيع',
  value: 'قيمة الصفقة',
  currency: 'العملة',
  number: 'الرقم',
  project: 'المشروع',
  created: 'تاريخ التسجيل',
  expectedClose: 'تاريخ الإغلاق المتوقع',
  protectedUntil: 'محمي حتى',
  ownerName: 'المسؤول',
  outcome: 'النتيجة',
}
