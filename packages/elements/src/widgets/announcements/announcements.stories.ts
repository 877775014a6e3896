import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
import { html, nothing } from 'lit'
import type { PrmAnnouncements } from './define.ts'
import './define.ts'

type Props = Pick<PrmAnnouncements, 'announcementId' | 'announcementHref'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Announcements',
  component: 'prm-announcements',
  render: ({ announcementId, announcementHref }) => html`
    <prm-announcements
      announcement-id=${announcementId ?? nothing}
      announcement-href=${announcementHref ?? nothing}
    ></prm-announcements>
  `,
} satisfies Meta<Props>

export const Filled: Story = {}
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
