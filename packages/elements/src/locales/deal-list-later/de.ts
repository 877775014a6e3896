import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  customer: 'Kunde',
  stage: 'Phase',
  value: 'Wert',
  currency: 'Währung',
  number: 'Nummer',
  project: 'Projekt',
  created: 'Registriert',
  expectedClose: 'Erwarteter Abschluss',
  protectedUntil: 'Geschützt bis',
  ownerName: 'Zuständig',
  outcome: 'Ausgang',
}
