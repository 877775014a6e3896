import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { stage } from '../../../test/stage.ts'
import { toneStyles } from '../../styles/tone.ts'
import { buttonStyles } from '../button/button.styles.ts'
import { problem } from './problem.ts'

type Props = { code: string; requestId?: string; retry: boolean }

/**
 * The problem, the next step, and the number to quote to the vendor. A template function of
 * the widgets, not an element.
 */
export default {
  title: 'Primitives/Problem',
  args: { code: 'internal-error', requestId: 'req_8fk2m1', retry: true },
  render: ({ retry, ...error }) =>
    stage([toneStyles, buttonStyles], ({ t }) => problem(t, error, retry ? () => {} : undefined)),
} satisfies Meta<Props>

export const Unknown: StoryObj<Props> = {}
export const Network: StoryObj<Props> = { args: { code: 'network', requestId: '' } }
export const SessionEnded: StoryObj<Props> = { args: { code: 'token-expired' } }
export const Forbidden: StoryObj<Props> = { args: { code: 'forbidden', retry: false } }
export const NotFound: StoryObj<Props> = { args: { code: 'not-found', retry: false } }
export const RateLimited: StoryObj<Props> = { args: { code: 'rate-limited' } }
