import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html, nothing } from 'lit'
import type { PrmButton } from './define.ts'
import './define.ts'

type Props = Pick<PrmButton, 'variant' | 'disabled' | 'busy' | 'href' | 'label'> & { text: string }

export default {
  title: 'Primitives/Button',
  component: 'prm-button',
  args: { text: 'Register deal', disabled: false, busy: false },
  argTypes: { variant: { control: 'select', options: [undefined, 'primary', 'quiet', 'danger'] } },
  render: ({ variant, disabled, busy, href, label, text }) => html`
    <prm-button
      variant=${variant ?? nothing}
      href=${href ?? nothing}
      label=${label ?? nothing}
      ?disabled=${disabled}
      ?busy=${busy}
      >${text}</prm-button
    >
  `,
} satisfies Meta<Props>

export const Plain: StoryObj<Props> = {}
export const Primary: StoryObj<Props> = { args: { variant: 'primary' } }
export const Quiet: StoryObj<Props> = { args: { variant: 'quiet', text: 'Save draft' } }
export const Danger: StoryObj<Props> = { args: { variant: 'danger', text: 'Withdraw' } }
export const Busy: StoryObj<Props> = { args: { variant: 'primary', busy: true, text: 'Sending…' } }
export const Disabled: StoryObj<Props> = { args: { variant: 'primary', disabled: true } }
export const Link: StoryObj<Props> = { args: { href: '#deals', text: 'All deals' } }
export const LongText: StoryObj<Props> = {
  args: { text: 'Register this opportunity together with your distributor in Austria' },
}
