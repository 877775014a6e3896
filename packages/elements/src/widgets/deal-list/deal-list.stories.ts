import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { pressUntil, write } from '../../../test/press.ts'
import type { PrmDealList } from './define.ts'
import './define.ts'

type Props = Pick<PrmDealList, 'dealId' | 'dealHref' | 'registerHref'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Deal list',
  component: 'prm-deal-list',
  args: { registerHref: '#register' },
  render: ({ dealId, dealHref, registerHref }) => html`
    <prm-deal-list
      deal-id=${dealId ?? nothing}
      deal-href=${dealHref ?? nothing}
      register-href=${registerHref ?? nothing}
    ></prm-deal-list>
  `,
} satisfies Meta<Props>

export const Filled: Story = {}
export const NothingFound: Story = {
  play: write('input[type=search]', 'xylophone', '.blank button'),
  tags: ['!autodocs'],
}
export const EveryStatus: Story = { parameters: { scenario: scenarios.everyStatus } }
export const OneReturned: Story = { parameters: { scenario: scenarios.returned } }
export const Empty: Story = { parameters: { scenario: scenarios.newPartner } }
export const OwnOnly: Story = { parameters: { person: 'aylin' } }
export const ManyDeals: Story = {
  parameters: { scenario: scenarios.manyDeals },
  tags: ['!autodocs'],
}
export const Narrow: Story = { parameters: { width: 320 } }
export const Arabic: Story = { parameters: { scenario: scenarios.arabicCustomer, lang: 'ar' } }
export const ArabicNarrow: Story = {
  parameters: { scenario: scenarios.arabicCustomer, lang: 'ar', width: 320 },
}
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const LongTextsNarrow: Story = {
  parameters: { scenario: scenarios.longTexts, width: 320 },
}
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }

export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const Maintenance: Story = { parameters: { scenario: scenarios.unavailable } }
export const TooManyRequests: Story = { parameters: { scenario: scenarios.rateLimited } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const Forbidden: Story = { parameters: { scenario: scenarios.forbidden } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }

const detail = (number: string, parameters = {}): Story => ({
  args: { dealId: `deal_qm-${number}` },
  parameters,
  // One page with all of them would be slow.
  tags: ['!autodocs'],
})

export const DetailDraft = detail('4402')
export const DetailSubmitted = detail('4396')
export const DetailInReview = detail('4386')
export const DetailReturned = detail('4318')
export const DetailProtected = detail('4219')
export const DetailProtectionEndsSoon = detail('4182')
export const DetailExtensionAsked = detail('4180')
export const DetailRejected = detail('4274')
export const DetailDeclined = detail('4164')
export const DetailDuplicate = detail('4217')
export const DetailWithdrawn = detail('4240')
export const DetailExpired = detail('4121')
export const DetailWon = detail('4102')
export const DetailLost = detail('4103')
export const DetailGone = detail('9999')
export const DetailPartlyDown = detail('4318', { scenario: scenarios.partlyDown })
export const DetailNarrow = detail('4318', { width: 320 })
export const DetailArabic = detail('4390', { scenario: scenarios.arabicCustomer, lang: 'ar' })
export const DetailLongTexts = detail('4318', { scenario: scenarios.longTexts })
export const DetailHostileTexts = detail('4219', { scenario: scenarios.hostileTexts })
export const DetailNewerBackend = detail('4219', { scenario: scenarios.drift })

const dialog = (number: string, label: string, parameters = {}): Story => ({
  ...detail(number, parameters),
  play: pressUntil(`=${label}`, 'dialog[open]'),
})

export const DialogUpdate = dialog('4219', 'Update')
export const DialogClose = dialog('4219', 'Close deal')
export const DialogHandOver = dialog('4219', 'Reassign')
export const DialogRelease = dialog('4219', 'Release deal')
export const DialogRequestExtension = dialog('4182', 'Request extension')
export const DialogAppeal = dialog('4164', 'Appeal')
export const DialogWithdraw = dialog('4396', 'Withdraw')
export const DialogDelete = dialog('4402', 'Delete the draft')
