import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
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

export const Filled: Story = {}
export const Compact: Story = { args: { compact: true }, parameters: { width: 320 } }
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
