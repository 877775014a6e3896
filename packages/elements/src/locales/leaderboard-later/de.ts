import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  points: 'Punkte',
  pointsOf: 'Punkte: {period}',
  pointsNone: 'In diesem Zeitraum gibt es keine Punkte.',
  pointsOthers: 'Punkte Ihrer Kolleginnen und Kollegen',
  pointsSum: 'Summe',
  pointsReversed: 'Später zurückgenommen',
  pointsReversal: 'Nimmt Punkte zurück',
  pointsCapped: 'Durch die Regel begrenzt',
  pointsValidUntil: 'Zählt bis {date}',
  pointsRules: 'Wofür es Punkte gibt',
  pointsDate: 'Datum',
  pointsReason: 'Grund',
  pointsBack: 'Zurück zur Rangliste',
  pointsMore: 'Frühere Punkte anzeigen',
  shown: 'Andere sehen jetzt Ihren Namen und Ihre Punkte.',
  notShown: 'Ihr Name und Ihre Punkte sind jetzt verborgen.',
  rulesSince: 'Regeln vom {date}',
}
