import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { createMock } from '@prmkit/mock'
import { html, nothing } from 'lit'
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

const portal = (props: Props) => html`
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
    <prm-deal-list></prm-deal-list>
  </prm-portal>
`

export default {
  title: 'Widgets/Portal',
  component: 'prm-portal',
  argTypes: { colorScheme: { control: 'select', options: [undefined, 'light', 'dark', 'auto'] } },
  parameters: { withoutPortal: true },
  loaders: [() => import('../deal-list/define.ts')],
  render: portal,
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
