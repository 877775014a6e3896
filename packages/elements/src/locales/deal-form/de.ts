import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  stepCheck: 'Verfügbarkeit',
  stepForm: 'Angaben',
  stepReview: 'Kontrolle',
  checkTitle: 'Ist dieser Kunde verfügbar?',
  checkIntro: 'Prüfen Sie das, bevor Sie das ganze Formular ausfüllen.',
  checkProducts: 'Produkte',
  checkRun: 'Verfügbarkeit prüfen',
  checking: 'Wird geprüft …',
  checkSkip: 'Prüfung überspringen',
  checkContinue: 'Weiter zum Formular',
  checkAnyway: 'Trotzdem registrieren',
  back: 'Zurück',
  toReview: 'Zur Kontrolle',
  optional: 'Freiwillige Angaben ({n})',
  noForm: 'Für Sie ist kein Registrierungsformular freigeschaltet.',
}
