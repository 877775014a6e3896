import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import type { Tone } from './badge.ts'
import './define.ts'

type Props = { tone: Tone; text: string }

export default {
  title: 'Primitives/Badge',
  component: 'prm-badge',
  args: { tone: 'neutral', text: 'Draft' },
  argTypes: {
    tone: { control: 'select', options: ['accent', 'neutral', 'success', 'warning', 'error'] },
  },
  render: ({ tone, text }) => html`<prm-badge tone=${tone}>${text}</prm-badge>`,
} satisfies Meta<Props>

export const Neutral: StoryObj<Props> = {}
export const Accent: StoryObj<Props> = { args: { tone: 'accent', text: 'Submitted' } }
export const Success: StoryObj<Props> = { args: { tone: 'success', text: 'Approved' } }
export const Warning: StoryObj<Props> = { args: { tone: 'warning', text: 'Action required' } }
export const Error: StoryObj<Props> = { args: { tone: 'error', text: 'Rejected' } }
