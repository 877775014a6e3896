import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  customer: 'Kunde',
  stage: 'Verkaufsphase',
  value: 'Projektwert',
  currency: 'Währung',
  number: 'Nummer',
  project: 'Projekt',
  created: 'Registriert',
  expectedClose: 'Erwartetes Abschlussdatum',
  protectedUntil: 'Geschützt bis',
  ownerName: 'Zuständig',
  outcome: 'Ergebnis',
}
