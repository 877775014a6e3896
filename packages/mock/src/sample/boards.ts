import {
  award,
  deedsOf,
  give,
  type BoardRecord,
  type DealRecord,
  type PointRecord,
  type PointRules,
  type StoredRule,
  type Tables,
  type TierProgramme,
} from '@prmkit/server'
import { calendarAt } from './deal.ts'
import { users } from './people.ts'
import { inEveryLanguage, type Words } from './words.ts'

const texts = (words: Words): Record<string, string> => inEveryLanguage((say) => say(words))

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
      ['A contact of your own', 'Fester Ansprechpartner', 'مسؤول اتصال خاص بكم'],
    ]),
    tier('Platinum', ['Platinum', 'Platin', 'بلاتيني'], 1500, 12, [
      ['20 % discount on loggers', '20 % Rabatt auf Logger', 'خصم 20٪ على المسجلات'],
      ['Joint site visits', 'Gemeinsame Ortstermine', 'زيارات ميدانية مشتركة'],
    ]),
  ],
}

const unit: Words = ['points', 'Punkte', 'نقطة']

function board(
  now: number,
  position: number,
  [title, text]: readonly [title: Words, text: Words],
  more: Partial<BoardRecord> & Pick<BoardRecord, 'id'>,
): BoardRecord {
  const { instant, date } = calendarAt(now)
  const made = instant(-360)
  return {
    ...{ externalIds: {}, createdAt: made, updatedAt: made, revision: 1, position },
    texts: inEveryLanguage((say) => ({ title: say(title), text: say(text), unit: say(unit) })),
    ...{ rules: rules.map(({ id }) => id), rulesSince: made, firstDay: date(-360) },
    ...{ subject: 'person', scope: 'all', identity: 'opt_in', minCohort: 3 },
    ...{ ranking: 'competition', periods: ['month', 'quarter', 'year', 'all'], audience: {} },
    ...more,
  }
}

/** Three boards over twelve months; one is a contest that goes on. */
export function boardsAt(now: number): BoardRecord[] {
  const { date, endOf } = calendarAt(now)
  const from = new Date(Date.parse(endOf(-20)) + 1).toISOString()
  const prize = (first: number, to: number, words: Words) => ({
    ...{ from: first, to, texts: texts(words) },
  })
  return [
    board(
      now,
      0,
      [
        ['Sellers', 'Verkauf', 'البائعون'],
        [
          'Registrations, protected and won projects, and training days.',
          'Registrierungen, geschützte und gewonnene Projekte sowie Schulungstage.',
          'التسجيلات والمشاريع المحمية والناجحة وأيام التدريب.',
        ],
      ],
      { id: 'sellers', firstDay: date(-360) },
    ),
    board(
      now,
      1,
      [
        ['Partners', 'Partner', 'الشركاء'],
        [
          'The same points by company.',
          'Dieselben Punkte je Unternehmen.',
          'النقاط نفسها لكل شركة.',
        ],
      ],
      { id: 'partners', subject: 'partner', identity: 'named' },
    ),
    board(
      now,
      2,
      [
        ['Leak hunt', 'Leckjagd', 'سباق كشف التسربات'],
        [
          'Who protects the most projects until the contest ends?',
          'Wer schützt bis zum Ende die meisten Projekte?',
          'من يحمي أكبر عدد من المشاريع حتى نهاية المسابقة؟',
        ],
      ],
      {
        ...{ id: 'leak-hunt', ranking: 'dense', periods: [] },
        contest: {
          ...{ from, until: endOf(25) },
          prizes: [
            prize(1, 1, [
              'A weekend on the lake',
              'Ein Wochenende am See',
              'عطلة نهاية أسبوع على البحيرة',
            ]),
            prize(2, 3, ['A listening stick set', 'Ein Abhorchset', 'طقم أدوات إصغاء للتسربات']),
          ],
        },
      },
    ),
  ]
}

/** Training days over the last twelve months, each of one person. */
export function trainingAt(now: number): PointRecord[] {
  const { instant } = calendarAt(now)
  const trained = users.filter(({ role }) => role !== 'vendor_manager')
  const days = rules.find(({ id }) => id === 'training-day')!
  return trained.flatMap(({ id, partnerIds }, person) =>
    Array.from({ length: 12 }, (_, month) => month)
      .filter((month) => (month * (person + 3) + person) % 3 !== 0)
      .map((month): PointRecord => {
        const ago = -(month * 30 + ((person * 7 + month * 5) % 27) + 1)
        return {
          ...{ id: `point_${id}_${month}`, key: `sample ${id} ${month}`, userId: id },
          ...{ partnerId: partnerIds[0] ?? '', rule: days.id, action: days.id, points: 25 },
          ...{ at: instant(ago), createdAt: instant(ago), texts: days.texts },
          validUntil: instant(ago + 365),
        }
      }),
  )
}

/** The people who agreed to be seen on the boards of people. */
export const agreed = ['claudia', 'holger', 'anke', 'doerte', 'noura', 'dana']

/** Puts rules, tiers and boards into a store, and the points of deals and training days. */
export async function fillBoards(
  tables: Tables,
  sample: BoardSample & { deals: readonly DealRecord[] },
): Promise<void> {
  const { boards, points, deals, now } = sample
  await tables.programme.putPointRules(pointRules)
  await tables.programme.putTiers(tierProgramme)
  await tables.boards.put(boards)
  for (const { id, subject } of boards)
    for (const user of users.filter(
      (one) => subject === 'person' && sample.agreed.includes(one.id),
    ))
      await tables.boards.choose(id, `${user.partnerIds[0]}/${user.id}`, {
        ...{ revision: 2, visible: true },
      })
  await award(tables, deals.flatMap(deedsOf), now)
  await give(tables, points, now)
}

/** The boards of a sample, and the points that no deal makes. */
export interface BoardSample {
  boards: BoardRecord[]
  points: PointRecord[]
  /** The people who agreed to be seen. */
  agreed: string[]
  now: string
}
