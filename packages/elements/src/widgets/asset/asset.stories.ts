import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { pressUntil } from '../../../test/press.ts'
import type { PrmAsset } from './define.ts'
import './define.ts'

type Props = Pick<PrmAsset, 'assetId' | 'assetHref'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Asset',
  component: 'prm-asset',
  args: { assetId: 'leak-detection-deck' },
  render: ({ assetId, assetHref }) => html`
    <prm-asset asset-id=${assetId ?? nothing} asset-href=${assetHref ?? nothing}></prm-asset>
  `,
} satisfies Meta<Props>

export const Filled: Story = {}
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const WithTerms: Story = { args: { assetId: 'logo-pack' } }
export const Template: Story = { args: { assetId: 'event-card' } }
export const Image: Story = { args: { assetId: 'echo-photo' } }
export const Link: Story = { args: { assetId: 'roi-calculator' } }
export const ShareDialog: Story = {
  play: pressUntil('=Share with a customer', 'dialog[open]'),
  tags: ['!autodocs'],
}
export const Replaced: Story = { args: { assetId: 'echo-50-datasheet' } }
export const NotThere: Story = { args: { assetId: 'nothing' } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
