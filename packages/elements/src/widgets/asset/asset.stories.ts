import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { AssetPreview, FullAsset, Share } from '@prmkit/contract'
import { only, scenarios, type Scenario } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { press, pressUntil, write } from '../../../test/press.ts'
import { told } from '../../../test/told.ts'
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
export const Links: Story = { parameters: { scenario: links }, play: pressUntil('.share') }
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
const changed = (summary: string, change: Partial<FullAsset>): Story => ({
  parameters: {
    scenario: told<FullAsset>(summary, ['GET /assets/*'], (one) => ({ ...one, ...change })),
  },
  tags: ['!autodocs'],
})
export const Draft = changed('An asset that partners do not see yet.', { status: 'draft' })
export const Expired = changed('An asset whose time is over.', {
  ...{ status: 'expired', expiresAt: '2020-12-31T00:00:00.000Z' },
})
export const Retired = changed('An asset that is no longer offered.', { status: 'retired' })
export const NewerVersion: Story = {
  parameters: {
    scenario: told<FullAsset>('An older version was downloaded.', ['GET /assets/*'], (one) => ({
      ...one,
      version: 3,
      mine: { ...one.mine, downloadedVersion: 1 },
    })),
  },
  tags: ['!autodocs'],
}
const preview = (change: Partial<AssetPreview>): Story => ({
  parameters: {
    scenario: told<AssetPreview>('A preview.', ['GET /assets/*/preview'], (one) => ({
      ...one,
      ...change,
    })),
  },
  tags: ['!autodocs'],
})
const without = (reason: string) =>
  preview({ kind: 'none', pages: [], reason } as Partial<AssetPreview>)
export const PreviewPending = without('pending')
export const PreviewEncrypted = without('encrypted')
export const PreviewBroken = without('broken')
export const PreviewTooLarge = without('too_large')
export const PreviewTooSlow = without('too_slow')
export const PreviewOfSome = preview({ pageCount: 40 })
export const PreviewSearched: Story = {
  play: write('.within input', 'leak', '.within .text'),
  tags: ['!autodocs'],
}
export const LinkMade: Story = {
  play: async (context) => {
    await press('=Share with a customer')(context)
    await write('dialog[open] input', 'Stadtwerke Lindenau')(context)
    await pressUntil('dialog[open] .primary', '.share')(context)
  },
  tags: ['!autodocs'],
}
export const Replaced: Story = { args: { assetId: 'echo-50-datasheet' } }
export const NotThere: Story = { args: { assetId: 'nothing' } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
export const Narrow: Story = { parameters: { width: 320 } }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
