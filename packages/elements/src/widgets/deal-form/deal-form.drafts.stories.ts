import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { refuse, scenarios, type Scenario } from '@prmkit/mock'
import { elsewhere, kept, laterOn, withoutDrafts, type Step } from '../../../test/another-tab.ts'
import { consent, filled, submit } from '../../../test/filled-deal.ts'
import { press, pressUntil, write } from '../../../test/press.ts'
import { answering, told } from '../../../test/told.ts'
import { fieldId } from '../../primitives/field/field-id.ts'
import form, { type Props } from './deal-form.stories.ts'

type Story = StoryObj<Props>

export default {
  ...form,
  title: 'Widgets/Deal form/Drafts and sending',
  beforeEach: withoutDrafts,
} satisfies Meta<Props>

/** The last step, whose request this backend answers in its own way. */
const sent = (scenario: Scenario, until: string): Story => ({
  args: { withoutCheck: true, values: filled },
  parameters: { scenario },
  tags: ['!autodocs'],
  play: pressUntil(consent, submit, '.review', submit, until),
})
const refusing = (summary: string, ...refusal: Parameters<typeof refuse>) =>
  sent(answering(summary, ['POST /deals'], refuse(...refusal)), '#trouble')
export const Sending = sent(
  answering('A registration that stays on its way.', ['POST /deals'], scenarios.pending.fault),
  'form button[aria-busy=true]',
)
export const FailedUnknown = sent(
  answering('No answer comes back.', ['POST /deals'], refuse('internal-error')),
  '#trouble',
)
export const FailedSession = refusing('The session has ended meanwhile.', 'token-invalid')
export const FailedBusy = refusing('Too many requests.', 'rate-limited', { 'retry-after': '90' })
export const FailedConflict = refusing('Another partner was first.', 'customer-conflict')
export const FailedReused = refusing('Another version was sent.', 'idempotency-key-reused')
export const FailedForbidden = refusing('The user may not register.', 'forbidden')
export const FailedOther = refusing('The backend does not say why.', 'payload-too-large')
const offline: Story = {
  ...sent(
    answering('The connection is lost.', ['POST /deals'], scenarios.offline.fault),
    '#trouble',
  ),
  beforeEach: () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    return () => void Reflect.deleteProperty(navigator, 'onLine')
  },
}
export const FailedOffline = offline
export const FailedOnline: Story = {
  ...offline,
  play: async (context) => {
    await offline.play!(context)
    Reflect.deleteProperty(navigator, 'onLine')
    window.dispatchEvent(new Event('online'))
  },
}
export const FailedReadOnly: Story = {
  args: { withoutCheck: true },
  parameters: {
    scenario: told('A vendor’s manager, who looks on.', ['GET /me'], (me: object) => ({
      ...me,
      readOnly: true,
    })),
  },
}
export const SavedServer: Story = {
  args: { withoutCheck: true, draftStorage: 'server', values: filled },
  tags: ['!autodocs'],
  play: async (context) => typed(context),
}

const name = `#${fieldId('/name')}`
const typed: Step = async (context) => {
  await write(name, 'Leak monitoring, northern district')(context)
  await kept(context)
}
const draft: Story = {
  args: { withoutCheck: true, values: filled },
  tags: ['!autodocs'],
}
/** Something that another tab does while something is typed in this one. */
const besides = (...steps: Step[]): Story => ({
  ...draft,
  play: async (context) => {
    await typed(context)
    await elsewhere(...steps)(context)
    await pressUntil('#rival')(context)
  },
})
const after = (...steps: Step[]): Story => ({
  ...draft,
  play: async (context) => {
    await typed(context)
    await laterOn(...steps)(context)
  },
})
const restored = '.note[part=restored]'
export const SavedDevice: Story = { ...draft, play: typed }
export const SavedTab: Story = {
  ...draft,
  args: { withoutCheck: true, draftStorage: 'tab' },
  play: typed,
}
export const SavedMemory: Story = {
  ...draft,
  parameters: {
    scenario: answering(
      'The backend does not say who the user is.',
      ['GET /me'],
      refuse('internal-error'),
    ),
  },
  play: typed,
}
export const DraftBack = after(pressUntil(restored))
export const DraftDeleted = after(press(restored, '=Start over', '.note[role=status]'))
export const Rival = besides(
  pressUntil(restored),
  write(name, 'Leak monitoring, both districts', '.kept:not(:empty)'),
)
export const RivalGone = besides(pressUntil(restored, '=Start over', '.note[role=status]'))
export const RivalSent = besides(pressUntil(restored, consent, submit, '.review', submit, '.sent'))
export const Pending: Story = {
  ...FailedUnknown,
  play: async (context) => {
    await FailedUnknown.play!(context)
    await laterOn(pressUntil('.note[part=pending]'))(context)
  },
}
