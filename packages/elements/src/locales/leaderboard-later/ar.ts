import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  points: 'النقاط',
  pointsOf: 'النقاط: {period}',
  pointsNone: 'لا نقاط في هذه الفترة.',
  pointsOthers: 'نقاط زملائك',
  pointsSum: 'المجموع',
  pointsReversed: 'سُحبت لاحقًا',
  pointsReversal: 'سحب نقاط',
  pointsCapped: 'محدودة بحسب القاعدة',
  pointsValidUntil: 'تُحتسب حتى {date}',
  pointsRules: 'كيف تُكتسب النقاط',
  pointsDate: 'التاريخ',
  pointsReason: 'السبب',
  pointsBack: 'العودة إلى اللوحة',
  pointsMore: 'عرض نقاط أقدم',
  shown: 'يرى الآخرون الآن اسمك ونقاطك.',
  notShown: 'اسمك ونقاطك مخفيان الآن.',
  rulesSince: 'القواعد منذ {date}',
}
