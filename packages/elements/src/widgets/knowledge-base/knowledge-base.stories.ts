import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { only, refuse, scenarios, type Scenario } from '@prmkit/mock'
import { html, nothing } from 'lit'
import type { PrmKnowledgeBase } from './define.ts'
import './define.ts'

type Props = Pick<
  PrmKnowledgeBase,
  'articleId' | 'articleHref' | 'sectionId' | 'search' | 'askHref'
>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Knowledge base',
  component: 'prm-knowledge-base',
  args: { askHref: '?ask={text}' },
  render: ({ articleId, articleHref, sectionId, search, askHref }) => html`
    <prm-knowledge-base
      article-id=${articleId ?? nothing}
      article-href=${articleHref ?? nothing}
      section-id=${sectionId ?? nothing}
      search=${search ?? nothing}
      ask-href=${askHref ?? nothing}
    ></prm-knowledge-base>
  `,
} satisfies Meta<Props>

const noRights: Scenario = {
  summary: 'A person who may not see articles.',
  fault: only(['GET /articles', 'GET /sections'], refuse('forbidden')),
}
const searchDown: Scenario = {
  summary: 'Articles are there, the search fails.',
  fault: only(['GET /articles/search', 'GET /search'], refuse('internal-error')),
}

export const Filled: Story = {}
export const Found: Story = { args: { search: 'battery' } }
export const NothingFound: Story = { args: { search: 'xylophone' } }
export const MisspeltWord: Story = { args: { search: 'batery' } }
export const Section: Story = { args: { sectionId: 'loggers' } }
export const SectionGone: Story = { args: { sectionId: 'no-such-section' } }
export const Article: Story = { args: { articleId: 'reset-logger' } }
export const ArticleGone: Story = { args: { articleId: 'no-such-article' } }
export const SearchDown: Story = {
  args: { search: 'battery' },
  parameters: { scenario: searchDown },
}
export const FoundNarrow: Story = { args: { search: 'battery' }, parameters: { width: 320 } }
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const Empty: Story = { parameters: { scenario: scenarios.noArticles } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const Forbidden: Story = { parameters: { scenario: noRights } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
