import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  customer: 'العميل',
  stage: 'المرحلة',
  value: 'القيمة',
  currency: 'العملة',
  number: 'الرقم',
  project: 'المشروع',
  created: 'تاريخ التسجيل',
  expectedClose: 'الإغلاق المتوقع',
  protectedUntil: 'محمي حتى',
  ownerName: 'المسؤول',
  outcome: 'النتيجة',
}
