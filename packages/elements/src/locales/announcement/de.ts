import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  back: 'Alle Mitteilungen',
  acknowledge: 'Kenntnisnahme bestätigen',
  acknowledgeHint: 'Bestätigen Sie, dass Sie diese Mitteilung gelesen haben.',
  acknowledgeDone: 'Ihre Bestätigung wurde gespeichert.',
  over: 'Diese Mitteilung war bis {date} gültig.',
}
