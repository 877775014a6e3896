import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios, type Sample, type Scenario } from '@prmkit/mock'
import { html, nothing } from 'lit'
import type { PrmCertificates } from './define.ts'
import './define.ts'

type Props = Pick<PrmCertificates, 'courseHref'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Certificates',
  component: 'prm-certificates',
  render: ({ courseHref }) =>
    html`<prm-certificates course-href=${courseHref ?? nothing}></prm-certificates>`,
} satisfies Meta<Props>

type Award = Sample['training']['awards'][number]

const awards = (summary: string, change: (award: Award) => Partial<Award>): Scenario => ({
  ...{ summary, person: 'holger' },
  change: (sample) => ({
    ...sample,
    training: {
      ...sample.training,
      awards: sample.training.awards.map((award) => ({ ...award, ...change(award) })),
    },
  }),
})

const expired = awards('A certificate that ended a year ago.', ({ issuedAt }) => ({
  validUntil: new Date(Date.parse(issuedAt) + 300 * 86_400_000).toISOString(),
}))
const revoked = awards('A certificate that the vendor revoked.', () => ({
  ...{
    status: 'revoked',
    statusReason: { code: 'vendor', text: 'The exam was taken by somebody else.' },
  },
}))

const onShow = awards('A certificate that everybody with its address may see.', () => ({
  shows: 'holder',
}))

export const Filled: Story = { args: { courseHref: '#course={id}' } }
export const ExpiringSoon: Story = { parameters: { person: 'holger' } }
export const Expired: Story = { parameters: { scenario: expired } }
export const Revoked: Story = { parameters: { scenario: revoked } }
export const OnShow: Story = { parameters: { scenario: onShow } }
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const NewPartner: Story = { parameters: { scenario: scenarios.newPartner } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
