import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  suggested: 'Inhalte für diese Registrierung',
  takeNamed: 'Herunterladen: {name}',
}
