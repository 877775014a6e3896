import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { FullArticle } from '@prmkit/contract'
import { scenarios } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { pressUntil } from '../../../test/press.ts'
import { told } from '../../../test/told.ts'
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
export const Helpful: Story = { play: pressUntil('.vote .button', '.vote [role=status]') }
export const PictureDialog: Story = {
  parameters: {
    scenario: told<FullArticle>('An article with a picture.', ['GET /articles/*'], (one) => ({
      ...one,
      html: `<p>The switch is under the lid:</p><p><img alt="A logger without its lid" src="${new URL('favicon.svg', location.href).href}"></p>`,
    })),
  },
  play: pressUntil('[aria-label^="Show in full"]', 'dialog[open]'),
  tags: ['!autodocs'],
}
const changed = (summary: string, change: Partial<FullArticle>): Story => ({
  parameters: {
    scenario: told<FullArticle>(summary, ['GET /articles/*'], (one) => ({ ...one, ...change })),
  },
  tags: ['!autodocs'],
})
export const NotPublished = changed('An article that is being written.', { status: 'draft' })
export const WithoutText = changed('An article without a text.', { html: '' })
export const OutOfDate = changed('An article that was valid until last year.', {
  validUntil: '2020-12-31T00:00:00.000Z',
})
export const OlderTranslation = changed('A translation that is older than its original.', {
  languages: [
    { language: 'de', updatedAt: '2025-05-01T00:00:00.000Z', outdated: false },
    { language: 'en', updatedAt: '2024-05-01T00:00:00.000Z', outdated: true },
  ],
} as Partial<FullArticle>)
export const Retired: Story = { args: { articleId: 'echo-50' } }
export const ForOthers: Story = { args: { articleId: 'stock-import' } }
export const NotThere: Story = { args: { articleId: 'nothing' } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
