import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { refuse, scenarios, takenCustomer } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { consent, filled, submit } from '../../../test/filled-deal.ts'
import { press, pressUntil } from '../../../test/press.ts'
import { answering, told } from '../../../test/told.ts'
import type { PrmDealForm } from './define.ts'
import './define.ts'

export type Props = Pick<
  PrmDealForm,
  'dealId' | 'dealHref' | 'draftStorage' | 'withoutCheck' | 'values'
>
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

const skip = '.bar .quiet'

const complete: Story = { args: { withoutCheck: true, values: filled } }

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

const checked = (name: string, change: object): Story => ({
  args: { values: filled },
  parameters: { scenario: told(name, ['POST /deals/availability'], () => change) },
  play: pressUntil(submit, '#result'),
})
export const CustomerForReview = checked('A customer that somebody has to look at.', {
  result: 'needs_review',
})
export const CustomerOfNamedAccounts = checked('A customer on the list of named accounts.', {
  ...{ result: 'not_available', conflict: { code: 'named_account', deals: [] } },
})
export const CustomerOfOwnCompany = checked('A customer that the own company registered.', {
  result: 'not_available',
  conflict: {
    ...{ code: 'own_registration' },
    deals: [{ id: 'deal_qm-4219', number: 'QM-4219', name: 'Leak monitoring' }],
  },
})
export const CheckFailed: Story = {
  args: { values: filled },
  parameters: {
    scenario: answering(
      'No check comes through.',
      ['POST /deals/availability'],
      scenarios.offline.fault,
    ),
  },
  play: pressUntil(submit, '#result'),
}

export const NoForm: Story = {
  parameters: {
    scenario: answering('No form is open to the user.', ['GET /forms/*'], refuse('not-found')),
  },
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
