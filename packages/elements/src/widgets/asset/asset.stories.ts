import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { Share } from '@prmkit/contract'
import { only, scenarios, type Scenario } from '@prmkit/mock'
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

const day = 86_400_000
const at = new Date(Date.now() - 9 * day).toISOString()
const link = (id: string, label: string, more: Partial<Share>): Share => ({
  ...{ id, label, externalIds: {}, createdAt: at, updatedAt: at, revision: 1, language: 'en' },
  ...{ status: 'active', allowedActions: ['update', 'revoke'], newerVersion: false, views: 0 },
  ...{ url: `https://share.example/${id}`, ownerUserId: 'claudia', assets: [] },
  ...{ expiresAt: new Date(Date.now() + 21 * day).toISOString(), ...more },
})
const links: Scenario = {
  summary: 'Links of every state to the asset.',
  fault: only(['GET /shares'], async () =>
    Response.json({
      items: [
        link('older', 'Stadtwerke Lindenau', {
          ...{ newerVersion: true, views: 3, maxViews: 20, lastViewedAt: at },
          assets: [
            {
              id: 'leak-detection-deck',
              title: 'Deck',
              version: 1,
              newestVersion: 2,
              available: true,
            },
            { id: 'gone', title: 'Price list', version: 1, newestVersion: 1, available: false },
          ],
        }),
        link('ended', 'Trade fair', { status: 'expired', views: 41, allowedActions: [] }),
        link('full', 'Newsletter', {
          status: 'used_up',
          views: 5,
          maxViews: 5,
          allowedActions: [],
        }),
        link('revoked', 'Sent by mistake', { status: 'revoked', allowedActions: [] }),
      ],
    }),
  ),
}

export const Filled: Story = {}
export const Links: Story = { parameters: { scenario: links } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const WithTerms: Story = { args: { assetId: 'logo-pack' } }
export const Template: Story = { args: { assetId: 'event-card' } }
export const Image: Story = { args: { assetId: 'echo-photo' } }
export const Link: Story = { args: { assetId: 'roi-calculator' } }
export const ShareDialog: Story = {
  play: pressUntil('=Share with a customer', 'dialog[open]'),
  tags: ['!autodocs'],
}
export const TemplateDialog: Story = {
  args: { assetId: 'event-card' },
  play: pressUntil('=Add words and logo', 'dialog[open]'),
  tags: ['!autodocs'],
}
export const Replaced: Story = { args: { assetId: 'echo-50-datasheet' } }
export const NotThere: Story = { args: { assetId: 'nothing' } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
