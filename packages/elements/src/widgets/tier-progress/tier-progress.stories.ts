import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { TierStanding } from '@prmkit/contract'
import { edit, only, scenarios, type Scenario } from '@prmkit/mock'
import { html } from 'lit'
import type { PrmTierProgress } from './define.ts'
import './define.ts'

type Props = Pick<PrmTierProgress, 'compact'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Tier progress',
  component: 'prm-tier-progress',
  args: { compact: false },
  render: ({ compact }) => html`<prm-tier-progress ?compact=${compact}></prm-tier-progress>`,
} satisfies Meta<Props>

/** A partner whose standing is told with these changes. */
const standing = (summary: string, change: (standing: TierStanding) => TierStanding): Scenario => ({
  summary,
  fault: only(
    ['GET /tiers/mine'],
    edit((body) => change(body as TierStanding)),
  ),
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const grace = standing(
  'A partner who missed the requirements and keeps the tier for now.',
  (one) => ({
    ...one,
    graceUntil: inDays(40),
  }),
)
const byHand = standing('A partner whose tier the vendor chose.', (one) => ({
  ...one,
  byHand: true,
}))
const highest = standing('A partner with the highest tier.', ({ next: _, ...one }) => one)

const inNoTier = standing(
  'A partner who has reached no tier yet.',
  ({ tier: _, since: __, reviewAt: ___, ...one }) => ({ ...one, requirements: [] }),
)
const named = standing('A partner whose people lack certificates.', (one) => ({
  ...one,
  requirements: one.requirements.map((each) => ({
    ...{ ...each, current: 0, missing: each.minimum, dueAt: inDays(20) },
    names: ['Aylin Demir', 'Holger Wiegand'],
  })),
}))
const withoutRequirements = standing('Tiers that ask for nothing.', ({ next, ...one }) => ({
  ...{ ...one, requirements: [] },
  ...(next && { next: { ...next, requirements: [] } }),
}))

export const Filled: Story = {}
export const NoTierYet: Story = { parameters: { scenario: inNoTier } }
export const Empty: Story = {
  parameters: {
    scenario: standing('A vendor without tiers.', () => ({ tiers: [] }) as never),
  },
}
export const MissingByName: Story = { parameters: { scenario: named } }
export const WithoutRequirements: Story = { parameters: { scenario: withoutRequirements } }
export const GraceBeforeALowerTier: Story = { parameters: { scenario: grace } }
export const SetByHand: Story = { parameters: { scenario: byHand } }
export const HighestTier: Story = { parameters: { scenario: highest } }
export const Compact: Story = { args: { compact: true }, parameters: { width: 320 } }
export const CompactInGrace: Story = {
  args: { compact: true },
  parameters: { width: 320, scenario: grace },
}
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const NoBoards: Story = { parameters: { scenario: scenarios.noBoards } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
