import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { scenarios } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { pressUntil } from '../../../test/press.ts'
import type { PrmArticle } from './define.ts'
import './define.ts'

type Props = Pick<PrmArticle, 'articleId' | 'articleHref'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Article',
  component: 'prm-article',
  args: { articleId: 'reset-logger' },
  render: ({ articleId, articleHref }) => html`
    <prm-article
      article-id=${articleId ?? nothing}
      article-href=${articleHref ?? nothing}
    ></prm-article>
  `,
} satisfies Meta<Props>

export const Filled: Story = {}
export const Narrow: Story = { parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const Table: Story = { args: { articleId: 'error-codes' } }
export const OtherLanguage: Story = {
  args: { articleId: 'clamp-air' },
  parameters: { lang: 'de' },
  tags: ['one-language'],
}
export const NotHelpful: Story = { play: pressUntil('.vote .button + .button', '.complaint') }
export const Retired: Story = { args: { articleId: 'echo-50' } }
export const ForOthers: Story = { args: { articleId: 'stock-import' } }
export const NotThere: Story = { args: { articleId: 'nothing' } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
