import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { stage } from '../../../test/stage.ts'
import { buttonStyles } from '../button/button.styles.ts'
import { toast, type ToastOptions } from './toast.ts'
import { toastStyles } from './toast.styles.ts'

type Props = Pick<ToastOptions, 'text' | 'action'>

const forGood = 2 ** 31 - 1

/**
 * A short word on what was done, above everything and read out; it waits while it has the focus or
 * the pointer. A function of the widgets, not an element.
 */
export default {
  title: 'Primitives/Toast',
  args: { text: 'The deal was withdrawn.' },
  render: ({ text, action }) =>
    stage([buttonStyles, toastStyles], ({ t, root }) => {
      const say = () => toast(root(), { text, action, closeLabel: t('close'), duration: forGood })
      return html`<button class="button" @click=${say}>Say it</button>`
    }),
  play: async ({ canvasElement }) => {
    const shown = canvasElement.querySelector('story-stage')
    await (shown as (Element & { updateComplete: Promise<unknown> }) | null)?.updateComplete
    shown?.shadowRoot?.querySelector('button')?.click()
  },
} satisfies Meta<Props>

export const Plain: StoryObj<Props> = {}
export const WithAction: StoryObj<Props> = { args: { action: { label: 'Undo', run: () => {} } } }
export const Long: StoryObj<Props> = {
  args: {
    text: 'Saved on this device, because the server cannot be reached. It will be sent when the connection is back.',
  },
}
