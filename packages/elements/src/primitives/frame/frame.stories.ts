import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import type { PortalElement, WidgetState } from '../../base/portal-element.ts'
import { stage } from '../../../test/stage.ts'
import { buttonStyles } from '../button/button.styles.ts'
import { frame } from './frame.ts'
import { frameStyles } from './frame.styles.ts'

type Props = { state: WidgetState; loaded: boolean }

const error = { code: 'unavailable', requestId: 'req_8fk2m1' }

/**
 * The place of every widget: its card, its six states and the height that is kept for it. A
 * template function of the widgets, not an element.
 */
export default {
  title: 'Primitives/Frame',
  args: { state: 'ready', loaded: true },
  render: ({ state, loaded }) =>
    stage([buttonStyles, frameStyles], (own) => {
      const widget = { ...own, state, loaded, error, reload() {} }
      return frame(
        widget as unknown as PortalElement,
        () =>
          html`<h2>Your deals</h2>
            <p class="muted">Three are waiting for you.</p>`,
      )
    }),
} satisfies Meta<Props>

export const Ready: StoryObj<Props> = {}
export const Loading: StoryObj<Props> = { args: { state: 'loading', loaded: false } }
export const Empty: StoryObj<Props> = { args: { state: 'empty' } }
export const Degraded: StoryObj<Props> = { args: { state: 'degraded' } }
export const Offline: StoryObj<Props> = { args: { state: 'offline' } }
export const OfflineAtFirst: StoryObj<Props> = { args: { state: 'offline', loaded: false } }
export const Failed: StoryObj<Props> = { args: { state: 'error', loaded: false } }
export const FailedLater: StoryObj<Props> = { args: { state: 'error' } }
