import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  suggested: 'محتوى لهذا التسجيل',
  takeNamed: 'تنزيل: {name}',
}
