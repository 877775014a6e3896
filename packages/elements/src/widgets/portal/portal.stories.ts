import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { createMock, refuse, scenarios, type Fault } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { press, pressUntil } from '../../../test/press.ts'
import type { PrmPortal } from './define.ts'
import './define.ts'
import '../../primitives/button/define.ts'

type Props = Partial<
  Pick<
    PrmPortal,
    | 'baseUrl'
    | 'tokenUrl'
    | 'demo'
    | 'locale'
    | 'colorScheme'
    | 'appearance'
    | 'fetch'
    | 'fetchToken'
    | 'messages'
  >
>
type Story = StoryObj<Props>

const inMemory = (person?: string): Props => {
  const { baseUrl, fetch, fetchToken } = createMock(person ? { person } : {})
  return { baseUrl, fetch, fetchToken }
}

const portal = (props: Props, dealId?: string) => html`
  <prm-portal
    base-url=${props.baseUrl ?? nothing}
    token-url=${props.tokenUrl ?? nothing}
    locale=${props.locale ?? nothing}
    color-scheme=${props.colorScheme ?? nothing}
    ?demo=${props.demo}
    .appearance=${props.appearance}
    .messages=${props.messages}
    .fetch=${props.fetch}
    .fetchToken=${props.fetchToken}
  >
    <prm-deal-list deal-id=${dealId ?? nothing}></prm-deal-list>
  </prm-portal>
`

export default {
  title: 'Widgets/Portal',
  component: 'prm-portal',
  argTypes: { colorScheme: { control: 'select', options: [undefined, 'light', 'dark', 'auto'] } },
  parameters: { withoutPortal: true },
  loaders: [() => import('../deal-list/define.ts')],
  render: (props) => portal(props),
} satisfies Meta<Props>

export const Connected: Story = { args: inMemory() }
export const Demo: Story = { args: { demo: true } }
export const InGerman: Story = {
  args: { ...inMemory(), locale: 'de' },
  tags: ['one-language'],
}
export const Dark: Story = { args: { ...inMemory(), colorScheme: 'dark' } }
export const Branded: Story = {
  args: {
    ...inMemory(),
    appearance: {
      variables: {
        'color-accent': 'light-dark(#0b6e4f, #6fd8b0)',
        radius: '2px',
        'font-family': 'Georgia, "Times New Roman", serif',
      },
    },
  },
}
export const TwoPartners: Story = {
  render: () => html`${portal(inMemory('aylin'))}<br />${portal(inMemory('doerte'))}`,
}
export const WithoutAddress: Story = {}
export const WithoutToken: Story = {
  args: { ...inMemory(), fetchToken: () => Promise.reject(new Error('Nobody is signed in.')) },
}

/** The state of the backend and the site once the content is there. */
const later: { fault?: Fault | undefined; isRefused?: boolean } = {}
const mock = createMock({ fault: (request, next) => (later.fault ?? next)(request, next) })
const watched: Props = {
  baseUrl: mock.baseUrl,
  fetch: mock.fetch,
  fetchToken: () =>
    later.isRefused
      ? Promise.reject(Object.assign(new Error('Nobody is signed in.'), { status: 401 }))
      : mock.fetchToken(),
}

/** Content that is hidden after the page came back out of the browser's cache. */
const hidden = (change: typeof later, first: ReturnType<typeof press> = press()): Story => ({
  args: watched,
  beforeEach: () => () => void Object.assign(later, { fault: undefined, isRefused: false }),
  play: async (context) => {
    await pressUntil('.row, #comment')(context)
    await first(context)
    Object.assign(later, change)
    for (const type of ['pagehide', 'pageshow'])
      window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }))
    await pressUntil(change.fault === scenarios.pending.fault ? '.veil p' : '.veil button')(context)
  },
})

// Hidden content takes another language once it is shown again. The index of stories is made without
// running them, so that each names its tags itself.
export const UnseenChecking: Story = {
  ...hidden({ fault: scenarios.pending.fault }),
  tags: ['!autodocs', 'one-language'],
}
export const UnseenRefused: Story = {
  ...hidden({ isRefused: true }),
  tags: ['!autodocs', 'one-language'],
}
export const UnseenUnreachable: Story = {
  ...hidden({ fault: refuse('internal-error') }),
  tags: ['!autodocs', 'one-language'],
}
export const UnseenOffline: Story = {
  ...UnseenUnreachable,
  tags: ['!autodocs', 'one-language'],
  beforeEach: () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    return () => {
      Reflect.deleteProperty(navigator, 'onLine')
      Object.assign(later, { fault: undefined, isRefused: false })
    }
  },
}
export const UnseenOverDialog: Story = {
  ...hidden({ isRefused: true }, pressUntil('=Close deal', 'dialog[open]')),
  tags: ['!autodocs', 'one-language'],
  render: (props) => portal(props, 'deal_qm-4219'),
}
export const SignedOut: Story = {
  args: watched,
  tags: ['!autodocs'],
  play: async (context) => {
    await pressUntil('.row')(context)
    await context.canvasElement.querySelector('prm-portal')!.portal.logout()
  },
}
