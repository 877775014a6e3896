import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  back: 'كل الإعلانات',
  acknowledge: 'الإقرار بالاطلاع',
  acknowledgeHint: 'أكّد أنك قرأت هذا الإعلان.',
  acknowledgeDone: 'سُجِّل إقرارك.',
  over: 'كان هذا الإعلان ساريًا حتى {date}.',
}
