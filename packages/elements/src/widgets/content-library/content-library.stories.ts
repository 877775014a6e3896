import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { edit, only, refuse, scenarios, type Scenario } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { pressUntil, write } from '../../../test/press.ts'
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

const foldersDown: Scenario = {
  summary: 'The assets are there, the folders cannot be loaded.',
  fault: only(['GET /folders'], refuse('internal-error')),
}
const noRights: Scenario = {
  summary: 'A person who may not see assets.',
  fault: only(['GET /assets'], refuse('forbidden')),
}

/** A zip file that the backend tells with these changes; the next question has no answer. */
const zip = (summary: string, change: object): Scenario => ({
  summary,
  fault: (request, next) =>
    only(
      ['POST /bundles'],
      edit((bundle) => ({ ...(bundle as object), download: undefined, ...change })),
    )(request, (one) => only(['GET /bundles/*'], scenarios.pending.fault)(one ?? request, next)),
})
const zipMaking = zip('A zip file that is being made.', {
  ...{ status: 'preparing', files: 4, done: 1 },
})
const zipReady = zip('A zip file that is ready.', { status: 'ready', size: 4_200_000 })
const zipFailed = zip('A zip file that could not be made.', {
  ...{ status: 'failed', problem: 'Its files are larger than 2 GB. Choose fewer of them.' },
})
const zipExpired = zip('A zip file that was thrown away.', { status: 'expired' })

export const Filled: Story = {}
export const Grid: Story = { args: { layout: 'grid' } }
export const Folder: Story = { args: { folderId: 'sales' } }
export const Asset: Story = { args: { assetId: 'leak-detection-deck' } }
export const AssetWithTerms: Story = { args: { assetId: 'logo-pack' } }
export const AssetGone: Story = { args: { assetId: 'no-such-asset' } }
export const FolderGone: Story = { args: { folderId: 'no-such-folder' } }
export const FoldersDown: Story = { parameters: { scenario: foldersDown } }
export const MoreFilters: Story = { play: pressUntil('.fold summary', '.fold[open]') }
export const Chosen: Story = { play: pressUntil('.pick-one input', '.bar .primary') }
export const ShareChosen: Story = {
  play: pressUntil('.pick-one input', '=Share with a customer', 'dialog[open]'),
  tags: ['!autodocs'],
}
export const ChosenWithTerms: Story = {
  args: { folderId: 'media' },
  play: pressUntil('.pick-one input[aria-label*="Logo package"]', '.bar .primary[disabled]'),
}
const zipped = (scenario: Scenario, until: string): Story => ({
  play: pressUntil('.pick-one input', '.bar .primary', until),
  parameters: { scenario },
  tags: ['!autodocs'],
})
export const ZipBeingMade = zipped(zipMaking, '.bar progress')
export const ZipReady = zipped(zipReady, '.bar .outcome')
export const ZipFailed = zipped(zipFailed, '.bar .note.error')
export const ZipExpired = zipped(zipExpired, '.bar .note.warning')
export const NothingFound: Story = {
  play: write('input[type=search]', 'xylophone', '.blank button'),
  tags: ['!autodocs'],
}
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const Empty: Story = { parameters: { scenario: scenarios.noAssets } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const Forbidden: Story = { parameters: { scenario: noRights } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
