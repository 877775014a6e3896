import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import type { TimelineItem } from './timeline.ts'
import './define.ts'

type Props = { items: TimelineItem[] }

export default {
  title: 'Primitives/Timeline',
  component: 'prm-timeline',
  render: ({ items }) => html`<prm-timeline .items=${items}></prm-timeline>`,
} satisfies Meta<Props>

export const Filled: StoryObj<Props> = {
  args: {
    items: [
      {
        title: 'Approved until 20 May 2027',
        at: '2026-11-21T14:05:00.000Z',
        actor: 'Mara Lindqvist, Acme',
        tone: 'success',
      },
      {
        title: 'Resubmitted',
        at: '2026-11-20T16:40:00.000Z',
        actor: 'Jonas Weber',
        text: 'The amount now covers all three sites.',
      },
      {
        title: 'Returned for changes',
        at: '2026-11-19T09:12:00.000Z',
        actor: 'Mara Lindqvist, Acme',
        text: 'Please add the number of sites, and name the decision maker.',
        tone: 'warning',
      },
      { title: 'Submitted', at: '2026-11-18T08:01:00.000Z', actor: 'Jonas Weber' },
    ],
  },
}
export const One: StoryObj<Props> = {
  args: { items: [{ title: 'Submitted', at: '2026-11-18T08:01:00.000Z', actor: 'Jonas Weber' }] },
}
export const HostileNames: StoryObj<Props> = {
  args: {
    items: [
      {
        title: 'Submitted',
        at: '2026-11-18T08:01:00.000Z',
        actor: '<img onerror=alert(1)> \u202Egnp',
      },
      { title: 'Draft', at: 'no date', actor: 'x'.repeat(300) },
    ],
  },
}
