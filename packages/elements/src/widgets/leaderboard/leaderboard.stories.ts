import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { PointEvent } from '@prmkit/contract'
import { scenarios, type Scenario } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { pressUntil } from '../../../test/press.ts'
import { told } from '../../../test/told.ts'
import type { PrmLeaderboard } from './define.ts'
import './define.ts'

type Props = Pick<PrmLeaderboard, 'boardId' | 'compact'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Leaderboard',
  component: 'prm-leaderboard',
  args: { compact: false },
  render: ({ boardId, compact }) => html`
    <prm-leaderboard board-id=${boardId ?? nothing} ?compact=${compact}></prm-leaderboard>
  `,
} satisfies Meta<Props>

type Change = NonNullable<Scenario['change']>

/** So many training days of each person, over all time, and no other points. */
const onlyTrained =
  (days: Record<string, number>): Change =>
  (sample) => {
    const [first] = sample.points
    const points = sample.users.flatMap(({ id, partnerIds: [partnerId = ''] }) =>
      Array.from({ length: days[id] ?? 0 }, (_, at) => ({
        ...{ ...first!, id: `${id}_${at}`, key: `${id} ${at}`, userId: id, partnerId },
      })),
    )
    const boards = sample.boards.map((board) => ({ ...board, periods: ['all' as const] }))
    const none = { deals: [], comments: [], timeline: [], files: [] }
    return { ...sample, ...none, boards, points, agreed: Object.keys(days) }
  }

/** The contest lies between two days from now. */
const contestFrom =
  (first: number, last: number): Change =>
  (sample, now) => ({
    ...sample,
    boards: sample.boards.map(({ contest, ...board }) => {
      const [from = '', until = ''] = [first, last].map((days) =>
        new Date(now + days * 86_400_000).toISOString(),
      )
      return { ...board, ...(contest && { contest: { ...contest, from, until } }) }
    }),
  })

const ties: Scenario = {
  summary: 'Two people lead with the same points, and three share the next place.',
  change: onlyTrained({ claudia: 3, holger: 3, anke: 2, doerte: 2, noura: 2, dana: 1 }),
}
const small: Scenario = {
  summary: 'A board with three places.',
  change: onlyTrained({ claudia: 2, holger: 3, anke: 1 }),
}
const ownRankOnly: Scenario = {
  summary: 'Boards on which everybody sees their own place alone.',
  change: (sample) => ({
    ...sample,
    boards: sample.boards.map((board) => ({ ...board, identity: 'own_only' })),
  }),
}
const contestEnded: Scenario = {
  summary: 'A contest that ended ten days ago.',
  change: contestFrom(-200, -10),
}
const contestAhead: Scenario = {
  summary: 'A contest that begins in ten days.',
  change: contestFrom(10, 100),
}
const lastMinutes: Scenario = {
  summary: 'A contest that ends within the hour.',
  change: contestFrom(-20, 1 / 36),
}

export const Filled: Story = {}
export const Companies: Story = { args: { boardId: 'partners' } }
export const Contest: Story = { args: { boardId: 'leak-hunt' } }
export const ContestInItsLastHour: Story = {
  args: { boardId: 'leak-hunt' },
  parameters: { scenario: lastMinutes },
}
export const ContestEnded: Story = {
  args: { boardId: 'leak-hunt' },
  parameters: { scenario: contestEnded },
}
export const ContestAhead: Story = {
  args: { boardId: 'leak-hunt' },
  parameters: { scenario: contestAhead },
}
export const Ties: Story = { parameters: { scenario: ties } }
export const SmallBoard: Story = { parameters: { scenario: small } }
export const OwnRankOnly: Story = { parameters: { scenario: ownRankOnly } }
export const Compact: Story = { args: { compact: true }, parameters: { width: 320 } }
export const CompactContest: Story = {
  args: { compact: true, boardId: 'leak-hunt' },
  parameters: { width: 320 },
}
export const Points: Story = { play: pressUntil('.explain', '#points') }
export const PointsNarrow: Story = {
  parameters: { width: 320 },
  play: pressUntil('.explain', '#points'),
}
const points = (summary: string, change: (items: PointEvent[]) => PointEvent[]): Story => ({
  parameters: {
    scenario: told<{ items: PointEvent[] }>(summary, ['GET /boards/*/points'], (page) => ({
      ...page,
      items: change(page.items),
    })),
  },
  play: pressUntil('.explain', '#points'),
  tags: ['!autodocs'],
})
const marks: Partial<PointEvent>[] = [
  { reversalOf: 'point_1', points: -20 },
  { reversedBy: 'point_2' },
  { capped: true },
  { validUntil: '2999-12-31T00:00:00.000Z' },
] as Partial<PointEvent>[]
export const PointsMarked = points('Points taken back, limited and for a time.', (items) =>
  items.map((one, at) => ({ ...one, ...marks[at] })),
)
export const PointsNone = points('No points in this period.', () => [])
export const FewAgree: Story = { parameters: { scenario: scenarios.fewAgree } }
export const NoPoints: Story = { parameters: { scenario: scenarios.noPoints } }
export const NoBoards: Story = { parameters: { scenario: scenarios.noBoards } }
export const VendorManager: Story = { parameters: { scenario: scenarios.vendorManager } }
export const UnknownBoard: Story = { args: { boardId: 'no-such-board' } }
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
