import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  yourTier: 'Ihre Partnerstufe',
  noTier: 'Noch keine Stufe',
  since: 'Seit {date}',
  reviewAt: 'Nächste Prüfung am {date}',
  byHand: '{vendor} hat diese Stufe festgelegt. Sie gilt bis zur nächsten Prüfung.',
  grace:
    'Anforderungen wurden verfehlt. {tier} gilt noch bis {date}; erfüllen Sie sie, um die Stufe zu behalten.',
  keep: 'Um {tier} zu behalten',
  next: 'Nächste Stufe: {tier}',
  highest: 'Sie haben die höchste Stufe.',
  benefits: 'Vorteile',
  met: 'Erfüllt',
  missing: 'Es fehlen {value}',
  missingUntil: 'Es fehlen {value} bis {date}',
  ofMinimum: '{current} von {minimum}',
  points: { one: '{n} Punkt', other: '{n} Punkte' },
  reached: '{n} % des Wegs zu {tier}',
  noRequirements: 'Keine Anforderungen.',
  none: 'Noch keine Stufen',
  noneHint: 'Die Stufen des Partnerprogramms erscheinen hier.',
  updated: 'Der Stand Ihrer Stufe wurde aktualisiert',
}
