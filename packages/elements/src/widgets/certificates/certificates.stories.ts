import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
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

export const Filled: Story = { args: { courseHref: '#course={id}' } }
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const NewPartner: Story = { parameters: { scenario: scenarios.newPartner } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
