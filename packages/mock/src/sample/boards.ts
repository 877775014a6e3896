import {
  award,
  deedsOf,
  give,
  type BoardRecord,
  type DealRecord,
  type PointRecord,
  type Tables,
} from '@prmkit/server'
import { calendarAt } from './deal.ts'
import { users } from './people.ts'
import { pointRules, texts, tierProgramme } from './rewards.ts'
import { inEveryLanguage, type Words } from './words.ts'

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
    ...{ status: 'published', language: 'en', custom: {} },
    texts: inEveryLanguage((say) => ({ title: say(title), text: say(text), unit: say(unit) })),
    ...{ rules: pointRules.rules.map(({ id }) => id), rulesSince: made, firstDay: date(-360) },
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
  const days = pointRules.rules.find(({ id }) => id === 'training-day')!
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
