import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
import { html, nothing } from 'lit'
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

export const Filled: Story = {}
export const Compact: Story = { args: { compact: true }, parameters: { width: 320 } }
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
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
