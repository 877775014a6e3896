import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  missing: 'Der Artikel ist …',
  reasonOutdated: 'veraltet',
  reasonIncorrect: 'falsch',
  reasonIncomplete: 'unvollständig',
  reasonUnclear: 'schwer verständlich',
  reasonOther: 'etwas anderes',
  missingText: 'Was hat Ihnen gefehlt? (freiwillig)',
  send: 'Senden',
}
