import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  stepCheck: 'Verfügbarkeit',
  stepForm: 'Angaben',
  stepReview: 'Prüfen',
  checkTitle: 'Ist dieser Kunde frei?',
  checkIntro: 'Das erfahren Sie, bevor Sie das ganze Formular ausfüllen.',
  checkProducts: 'Produkte',
  checkRun: 'Verfügbarkeit prüfen',
  checking: 'Wird geprüft …',
  checkSkip: 'Ohne Prüfung weiter',
  checkContinue: 'Weiter zum Formular',
  checkAnyway: 'Trotzdem registrieren',
  back: 'Zurück',
  toReview: 'Prüfen',
  noForm: 'Für Sie gibt es kein Registrierungsformular.',
}
