import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
import { html, nothing } from 'lit'
import type { PrmKnowledgeBase } from './define.ts'
import './define.ts'

type Props = Pick<PrmKnowledgeBase, 'articleId' | 'articleHref' | 'search' | 'askHref'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Knowledge base',
  component: 'prm-knowledge-base',
  args: { askHref: '?ask={text}' },
  render: ({ articleId, articleHref, search, askHref }) => html`
    <prm-knowledge-base
      article-id=${articleId ?? nothing}
      article-href=${articleHref ?? nothing}
      search=${search ?? nothing}
      ask-href=${askHref ?? nothing}
    ></prm-knowledge-base>
  `,
} satisfies Meta<Props>

export const Filled: Story = {}
export const Found: Story = { args: { search: 'battery' } }
export const NothingFound: Story = { args: { search: 'xylophone' } }
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const Empty: Story = { parameters: { scenario: scenarios.noArticles } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
