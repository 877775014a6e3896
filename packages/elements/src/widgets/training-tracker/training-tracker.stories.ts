import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
import { html, nothing } from 'lit'
import type { PrmTrainingTracker } from './define.ts'
import './define.ts'

type Props = Pick<PrmTrainingTracker, 'courseId' | 'courseHref' | 'view'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Training tracker',
  component: 'prm-training-tracker',
  render: ({ courseId, courseHref, view }) => html`
    <prm-training-tracker
      course-id=${courseId ?? nothing}
      course-href=${courseHref ?? nothing}
      view=${view ?? nothing}
    ></prm-training-tracker>
  `,
} satisfies Meta<Props>

export const Filled: Story = {}
export const Course: Story = { args: { courseId: 'leak-survey' } }
export const Paths: Story = { args: { view: 'paths' } }
export const Classes: Story = { args: { view: 'classes' } }
export const Certificates: Story = { args: { view: 'certificates' } }
export const Team: Story = { args: { view: 'team' } }
export const Narrow: Story = { parameters: { width: 320 } }
export const TeamNarrow: Story = { args: { view: 'team' }, parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
