import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { Deal } from '@prmkit/contract'
import { refuse, scenarios, type Scenario } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { press, pressUntil, write } from '../../../test/press.ts'
import { answering, told } from '../../../test/told.ts'
import { savedViewsKey } from '../../base/saved-views-key.ts'
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
const search = write('input[type=search]', 'Stadt', '#save-view')
const named = async (context: Parameters<typeof search>[0]) => {
  await search(context)
  await press('#save-view')(context)
  await write('#view-name', 'Municipal')(context)
}
const view = (play: typeof search): Story => ({
  play,
  tags: ['!autodocs'],
  beforeEach: () => {
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(savedViewsKey))
    for (const key of kept) localStorage.removeItem(key)
  },
})
export const ViewToSave = view(search)
export const ViewToName = view(async (context) => {
  await search(context)
  await pressUntil('#save-view', '#view-name')(context)
})
export const ViewChosen = view(async (context) => {
  await named(context)
  await pressUntil('.keep .button', '.pair [aria-pressed=true]')(context)
})
export const ViewNotChosen = view(async (context) => {
  await ViewChosen.play!(context as never)
  await write('input[type=search]', '', '.pair [aria-pressed=false]')(context)
})
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

const deal = (summary: string, change: Partial<Deal>) => ({
  scenario: told<Deal>(summary, ['GET /deals/*'], (one) => ({ ...one, ...change })),
})
const customer = { id: 'deal_qm-4102', number: 'QM-4102', name: 'Leak monitoring' }
export const DetailConflictOfOwn = detail(
  '4396',
  deal('Another registration of the same customer.', {
    conflict: { code: 'own_registration', deals: [customer] },
  } as Partial<Deal>),
)
export const DetailConflictOfOthers = detail(
  '4396',
  deal('A rival.', { conflict: { code: 'registered', deals: [] } } as Partial<Deal>),
)
export const DetailConflictOfAccount = detail(
  '4396',
  deal('A house account.', { conflict: { code: 'house_account', deals: [] } } as Partial<Deal>),
)
export const DetailDecisionLate = detail(
  '4396',
  deal('A decision that is overdue.', { decisionDueAt: '2020-01-01T12:00:00.000Z' }),
)
export const DetailRejectedForGood = detail(
  '4274',
  deal('Refused for good.', { allowedActions: [], editableFields: [] }),
)

const message = (text: string, ...until: string[]) => write('#comment', text, ...until)
export const MessageNearItsEnd: Story = {
  ...detail('4219'),
  play: message('A line of a message. '.repeat(235), '#room:not(:empty)'),
}
export const MessageTooLong: Story = {
  ...detail('4219'),
  play: message('A line of a message. '.repeat(300), '#room.wrong'),
}
const unsent = (scenario: Scenario): Story => ({
  ...detail('4219', { scenario }),
  play: async (context) => {
    await message('When will you decide?', '.write .button[aria-disabled=false]')(context)
    await pressUntil('.write .button', '.toast')(context)
  },
})
const comments = ['POST /deals/*/comments']
export const MessageRefused = unsent(
  answering('A message that is refused.', comments, refuse('forbidden')),
)
export const MessageWithoutAnswer = unsent(
  answering('A message without an answer.', comments, refuse('internal-error')),
)

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

const sent = (...refusal: Parameters<typeof refuse>): Story => ({
  ...dialog('4396', 'Withdraw', {
    scenario: answering('An action that fails.', ['POST /deals/*/actions'], refuse(...refusal)),
  }),
  play: async (context) => {
    await pressUntil('=Withdraw', 'dialog[open] .danger')(context)
    await pressUntil('dialog .danger', 'dialog .note')(context)
  },
})
export const DialogRefused = sent('forbidden')
export const DialogOvertaken = sent('revision-stale')
export const DialogWithoutAnswer = sent('internal-error')
export const DialogIncomplete: Story = {
  ...dialog('4219', 'Close deal'),
  play: pressUntil('=Close deal', 'dialog[open] .primary', 'dialog [aria-invalid=true]'),
}
export const DoneWithUndo: Story = {
  ...detail('4396'),
  play: pressUntil('=Withdraw', 'dialog[open] .danger', '.toast button'),
}
