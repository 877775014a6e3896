import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  yourTier: 'مستوى شراكتك',
  noTier: 'لا مستوى بعد',
  since: 'منذ {date}',
  reviewAt: 'المراجعة التالية في {date}',
  byHand: 'حدّدت {vendor} هذا المستوى. يسري حتى المراجعة التالية.',
  grace: 'لم تُستوفَ المتطلبات. يبقى {tier} حتى {date}؛ استوفِها للاحتفاظ به.',
  keep: 'للاحتفاظ بمستوى {tier}',
  next: 'المستوى التالي: {tier}',
  highest: 'لديك أعلى مستوى.',
  benefits: 'المزايا',
  met: 'مستوفى',
  missing: 'ينقص {value}',
  missingUntil: 'ينقص {value} حتى {date}',
  ofMinimum: '{current} من {minimum}',
  points: {
    zero: 'لا نقاط',
    one: 'نقطة واحدة',
    two: 'نقطتان',
    few: '{n} نقاط',
    many: '{n} نقطة',
    other: '{n} نقطة',
  },
  reached: '{n} ٪ من الطريق إلى {tier}',
  noRequirements: 'لا متطلبات.',
  none: 'لا مستويات بعد',
  noneHint: 'تظهر هنا مستويات برنامج الشراكة.',
  updated: 'تم تحديث تقدّم مستواك',
}
