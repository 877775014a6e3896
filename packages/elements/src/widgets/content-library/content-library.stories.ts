import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
import { html, nothing } from 'lit'
import type { PrmContentLibrary } from './define.ts'
import './define.ts'

type Props = Pick<PrmContentLibrary, 'assetId' | 'assetHref' | 'folderId' | 'folderHref' | 'layout'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Content library',
  component: 'prm-content-library',
  render: ({ assetId, assetHref, folderId, folderHref, layout }) => html`
    <prm-content-library
      asset-id=${assetId ?? nothing}
      asset-href=${assetHref ?? nothing}
      folder-id=${folderId ?? nothing}
      folder-href=${folderHref ?? nothing}
      layout=${layout ?? nothing}
    ></prm-content-library>
  `,
} satisfies Meta<Props>

export const Filled: Story = {}
export const Grid: Story = { args: { layout: 'grid' } }
export const Folder: Story = { args: { folderId: 'sales' } }
export const Asset: Story = { args: { assetId: 'leak-detection-deck' } }
export const AssetWithTerms: Story = { args: { assetId: 'logo-pack' } }
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const Empty: Story = { parameters: { scenario: scenarios.noAssets } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
