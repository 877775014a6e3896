import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import '../button/define.ts'
import './define.ts'

type Props = { open: boolean; heading: string; paragraphs: number }

const text =
  'The vendor is told that you no longer pursue this deal. Its protection ends at once, and another partner may register the same customer.'

export default {
  title: 'Primitives/Dialog',
  component: 'prm-dialog',
  args: { open: true, heading: 'Withdraw this deal?', paragraphs: 1 },
  render: ({ open, heading, paragraphs }) => html`
    <prm-dialog ?open=${open} heading=${heading}>
      ${Array.from({ length: paragraphs }, () => html`<p>${text}</p>`)}
      <prm-button slot="actions">Keep it</prm-button>
      <prm-button slot="actions" variant="primary">Withdraw</prm-button>
    </prm-dialog>
  `,
} satisfies Meta<Props>

export const Short: StoryObj<Props> = {}
export const Long: StoryObj<Props> = { args: { paragraphs: 24 } }
export const LongHeading: StoryObj<Props> = {
  args: { heading: 'Hand “Datacenter renewal, Donaudampfschifffahrtsgesellschaft” to a colleague' },
}
