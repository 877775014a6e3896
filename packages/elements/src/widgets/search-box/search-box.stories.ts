import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { edit, only, refuse, scenarios, type Scenario } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { pressUntil, write } from '../../../test/press.ts'
import type { PrmSearchBox } from './define.ts'
import './define.ts'

type Props = Pick<PrmSearchBox, 'articleHref' | 'searchHref' | 'askHref' | 'withoutShortcuts'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Search box',
  component: 'prm-search-box',
  args: { searchHref: '?search={text}', askHref: '?ask={text}' },
  render: ({ articleHref, searchHref, askHref, withoutShortcuts }) => html`
    <prm-search-box
      article-href=${articleHref ?? nothing}
      search-href=${searchHref ?? nothing}
      ask-href=${askHref ?? nothing}
      ?without-shortcuts=${withoutShortcuts}
    ></prm-search-box>
  `,
} satisfies Meta<Props>

/** Writes words once the widget has its backend, and waits for what the popup says then. */
const words =
  (text: string, until = '[role=listbox][aria-busy=false]'): NonNullable<Story['play']> =>
  async (context) => {
    await pressUntil('prm-search-box:state(ready)')(context)
    await write('input', text, 'input[aria-expanded=true]', until)(context)
  }

const suggested: Scenario = {
  summary: 'The backend found something and knows a better word.',
  fault: only(
    ['GET /articles/search'],
    edit((page) => ({
      ...(page as object),
      suggestion: { text: 'battery life', searched: false },
    })),
  ),
}
const searchDown: Scenario = {
  summary: 'The search fails.',
  fault: only(['GET /articles/search'], refuse('forbidden')),
}
const searchOffline: Scenario = {
  summary: 'The connection is cut while somebody searches.',
  fault: only(['GET /articles/search'], scenarios.offline.fault),
}
const searching: Scenario = {
  summary: 'The search takes long.',
  fault: only(['GET /articles/search'], scenarios.pending.fault),
}

export const Empty: Story = {}
export const Found: Story = { play: words('battery') }
export const NothingFound: Story = { play: words('xylophone') }
export const MisspeltWord: Story = { play: words('batery') }
export const Suggestion: Story = { play: words('battery'), parameters: { scenario: suggested } }
export const Searching: Story = {
  play: words('battery', '[role=listbox][aria-busy=true]'),
  parameters: { scenario: searching },
}
export const SearchDown: Story = { play: words('battery'), parameters: { scenario: searchDown } }
export const SearchOffline: Story = {
  play: words('battery'),
  parameters: { scenario: searchOffline },
}
export const FoundArabicNarrow: Story = {
  play: words('Echo'),
  parameters: { lang: 'ar', width: 320 },
}
export const Narrow: Story = { parameters: { width: 320 } }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const WithoutShortcuts: Story = { args: { withoutShortcuts: true } }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
