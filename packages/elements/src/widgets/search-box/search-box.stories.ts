import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
import { html, nothing } from 'lit'
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

export const Empty: Story = {}
export const Narrow: Story = { parameters: { width: 320 } }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const WithoutShortcuts: Story = { args: { withoutShortcuts: true } }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
