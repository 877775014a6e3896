import type { PointRules, StoredRule, TierProgramme } from '@prmkit/server'
import { inEveryLanguage, type Words } from './words.ts'

/** One text in every language of the sample. */
export const texts = (words: Words): Record<string, string> => inEveryLanguage((say) => say(words))

const rule = (id: string, words: Words, more: Partial<StoredRule>): StoredRule => ({
  ...{ id, when: [], points: 0, amount: [], takenBackBy: [], texts: texts(words) },
  since: '2025-01-01T00:00:00.000Z',
  ...more,
})

const rules: StoredRule[] = [
  rule(
    'deal-submitted',
    [
      '10 points for a registration that was sent in',
      '10 Punkte für eine eingereichte Registrierung',
      '10 نقاط لكل تسجيل مُقدَّم',
    ],
    {
      ...{ event: 'deal.submitted', points: 10, takenBackBy: ['deal.withdrawn'] },
      cap: { points: 200, per: 'month' },
    },
  ),
  rule(
    'deal-approved',
    [
      '20 points for a protected project',
      '20 Punkte für ein geschütztes Projekt',
      '20 نقطة لكل مشروع محمي',
    ],
    { event: 'deal.approved', points: 20 },
  ),
  rule(
    'deal-won',
    [
      '1 point for each 1,000 EUR of a won project',
      '1 Punkt je 1.000 EUR eines gewonnenen Projekts',
      'نقطة واحدة لكل 1000 يورو من مشروع ناجح',
    ],
    {
      ...{ event: 'deal.closed', when: [{ field: '/closure/outcome', equals: 'won' }] },
      points: { of: ['/amount', '/totals'], per: { EUR: 1000, USD: 1100 }, points: 1, most: 500 },
    },
  ),
  rule(
    'training-day',
    [
      '25 points for a training day at Quellmark',
      '25 Punkte für einen Schulungstag bei Quellmark',
      '25 نقطة ليوم تدريبي لدى كويلمارك',
    ],
    { points: 25, validDays: 365 },
  ),
]

/** The rules that make points. */
export const pointRules: PointRules = { rules, lateDays: 31 }

const tier = (
  id: string,
  name: Words,
  points: number,
  deeds: number,
  benefits: readonly Words[],
): TierProgramme['tiers'][number] => ({
  ...{ id, names: texts(name), benefits: benefits.map(texts) },
  requirements:
    points === 0
      ? []
      : [
          {
            ...{ id: 'points', metric: 'points', minimum: points, window: 'twelve_months' },
            texts: texts([
              'Points in twelve months',
              'Punkte in zwölf Monaten',
              'نقاط اثني عشر شهرًا',
            ]),
          },
          {
            ...{ id: 'protected', metric: 'count', minimum: deeds, window: 'twelve_months' },
            ...{ rules: ['deal-approved'] },
            texts: texts(['Protected projects', 'Geschützte Projekte', 'المشاريع المحمية']),
          },
        ],
})

/** The tiers of the partner programme, the lowest first. */
export const tierProgramme: TierProgramme = {
  ...{ graceDays: 60, review: 'year' },
  tiers: [
    tier('Registered', ['Registered', 'Registriert', 'مسجَّل'], 0, 0, [
      ['Access to the portal', 'Zugang zum Portal', 'الدخول إلى البوابة'],
    ]),
    tier('Silver', ['Silver', 'Silber', 'فضي'], 450, 1, [
      ['10 % discount on loggers', '10 % Rabatt auf Logger', 'خصم 10٪ على المسجلات'],
    ]),
    tier('Gold', ['Gold', 'Gold', 'ذهبي'], 600, 3, [
      ['15 % discount on loggers', '15 % Rabatt auf Logger', 'خصم 15٪ على المسجلات'],
      ['A contact of your own', 'Feste Ansprechperson', 'مسؤول اتصال خاص بكم'],
    ]),
    tier('Platinum', ['Platinum', 'Platin', 'بلاتيني'], 1500, 12, [
      ['20 % discount on loggers', '20 % Rabatt auf Logger', 'خصم 20٪ على المسجلات'],
      ['Joint site visits', 'Gemeinsame Ortstermine', 'زيارات ميدانية مشتركة'],
    ]),
  ],
}
