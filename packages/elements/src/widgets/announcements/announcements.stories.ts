import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { Announcement as Shown } from '@prmkit/contract'
import { only, refuse, scenarios, type Scenario } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { pressUntil } from '../../../test/press.ts'
import { told } from '../../../test/told.ts'
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

const noRights: Scenario = {
  summary: 'A person who may not see announcements.',
  fault: only(['GET /announcements'], refuse('forbidden')),
}

export const Filled: Story = {}
export const Announcement: Story = { args: { announcementId: 'echo-300' } }
export const ToAcknowledge: Story = { args: { announcementId: 'terms' } }
export const AnnouncementNarrow: Story = {
  args: { announcementId: 'terms' },
  parameters: { width: 320 },
}
export const Acknowledged: Story = {
  args: { announcementId: 'terms' },
  play: pressUntil('=Acknowledge', '.toast'),
  tags: ['!autodocs'],
}
export const AnnouncementOver: Story = {
  args: { announcementId: 'echo-300' },
  parameters: {
    scenario: told<Shown>('It was valid once.', ['GET /announcements/*'], (one) => ({
      ...one,
      validUntil: '2020-12-31T00:00:00.000Z',
    })),
  },
}
export const AnnouncementArabic: Story = {
  args: { announcementId: 'terms' },
  parameters: { lang: 'ar' },
}
export const AnnouncementGone: Story = { args: { announcementId: 'no-such-announcement' } }
export const Empty: Story = { parameters: { scenario: scenarios.noAnnouncements } }
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const Forbidden: Story = { parameters: { scenario: noRights } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
