import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios, takenCustomer } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { press } from '../../../test/press.ts'
import type { PrmDealForm } from './define.ts'
import './define.ts'

type Props = Pick<PrmDealForm, 'dealId' | 'dealHref' | 'draftStorage' | 'withoutCheck' | 'values'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Deal form',
  component: 'prm-deal-form',
  args: { withoutCheck: false },
  argTypes: { draftStorage: { control: 'select', options: ['device', 'tab', 'server'] } },
  render: ({ dealId, dealHref, draftStorage, withoutCheck, values }) => html`
    <prm-deal-form
      deal-id=${dealId ?? nothing}
      deal-href=${dealHref ?? nothing}
      draft-storage=${draftStorage ?? nothing}
      ?without-check=${withoutCheck}
      .values=${values}
    ></prm-deal-form>
  `,
} satisfies Meta<Props>

const submit = 'form button[type=submit]:not([aria-busy])'
const skip = '.bar .quiet'

const filled = {
  customer: {
    companyName: 'Stadtwerke Musterstadt GmbH',
    website: 'https://www.stadtwerke-musterstadt.example',
    country: 'DE',
    city: 'Musterstadt',
    industry: 'utility',
  },
  contact: { firstName: 'Elif', lastName: 'Öztürk', email: 'e.oeztuerk@musterstadt.example' },
  name: 'Leak monitoring, northern district',
  problem: 'They lose 18 % of their water and do not know where.\nThe council wants a figure soon.',
  expectedCloseDate: '2999-03-31',
  amount: { amount: '48000', currency: 'EUR' },
  lines: [
    { productId: 'echo-200', quantity: 40, unitPrice: { amount: '412.00', currency: 'EUR' } },
    { productId: 'gate-l4', quantity: 2, unitPrice: { amount: '1480.00', currency: 'EUR' } },
  ],
}
const complete: Story = { args: { withoutCheck: true, values: filled } }
const consent = 'section:last-of-type input[type=checkbox]'

export const Availability: Story = {}
export const AvailabilityIncomplete: Story = { play: press(submit) }
export const CustomerFree: Story = { args: { values: filled }, play: press(submit, '#result') }
export const CustomerTaken: Story = {
  args: { values: filled },
  parameters: { scenario: scenarios.customerTaken },
  play: press(submit, '#result'),
}
export const CustomerInHouse: Story = {
  args: { values: filled },
  parameters: { scenario: scenarios.customerInHouse },
  play: press(submit, '#result'),
}

export const Form: Story = { args: { withoutCheck: true } }
export const OptionalFields: Story = {
  args: { withoutCheck: true },
  play: press('.section summary', 'details[open] .control'),
}
export const FormAfterSkipping: Story = { play: press(skip) }
export const FormWithErrors: Story = {
  args: { withoutCheck: true },
  play: press(submit, '#summary'),
}
export const OtherForm: Story = {
  args: { withoutCheck: true },
  parameters: { scenario: scenarios.otherForm },
}
export const FilledIn: Story = { ...complete }
export const Review: Story = { ...complete, play: press(consent, submit, '.review') }
export const Sent: Story = { ...complete, play: press(consent, submit, '.review', submit, '.sent') }
export const SentInLine: Story = {
  args: { withoutCheck: true, values: { ...filled, customer: takenCustomer } },
  play: press(consent, submit, '.review', submit, '.sent'),
}
export const RefusedByBackend: Story = {
  ...complete,
  parameters: { scenario: scenarios.refusedForm },
  play: press(consent, submit, '.review', submit, '#summary'),
}

export const DraftOfTheBackend: Story = {
  args: { withoutCheck: true, draftStorage: 'server' },
  parameters: { person: 'claudia' },
}
export const Returned: Story = { args: { dealId: 'deal_qm-4318' } }
export const PartlyLocked: Story = { args: { dealId: 'deal_qm-4386' } }
export const Locked: Story = { args: { dealId: 'deal_qm-4240' } }

export const Narrow: Story = { args: { withoutCheck: true }, parameters: { width: 320 } }
export const NarrowReview: Story = {
  ...complete,
  parameters: { width: 320 },
  play: press(consent, submit, '.review'),
}
export const NarrowSent: Story = {
  ...complete,
  parameters: { width: 320 },
  play: press(consent, submit, '.review', submit, '.sent'),
}
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = {
  args: { withoutCheck: true },
  parameters: { scenario: scenarios.arabicCustomer, lang: 'ar' },
}
export const ArabicReview: Story = {
  ...complete,
  parameters: { lang: 'ar' },
  play: press(consent, submit, '.review'),
}
export const LongTexts: Story = {
  args: { withoutCheck: true },
  parameters: { scenario: scenarios.longTexts },
}
export const HostileTexts: Story = {
  args: { withoutCheck: true },
  parameters: { scenario: scenarios.hostileTexts },
}

export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const Maintenance: Story = { parameters: { scenario: scenarios.unavailable } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const Forbidden: Story = { parameters: { scenario: scenarios.forbidden } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
