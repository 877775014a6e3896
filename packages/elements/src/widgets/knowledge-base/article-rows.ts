import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Article } from '@prmkit/contract'
import { isOtherLanguage, languageName } from '../../articles/language-name.ts'
import { badge } from '../../primitives/badge/badge.ts'
import { recordLink } from '../../primitives/record-link/record-link.ts'
import type { KnowledgeBaseScene } from './host.ts'

/** The name of a language that is not the reader's. */
export const languageMark = ({ locale }: KnowledgeBaseScene, language: string): unknown =>
  isOtherLanguage(language, locale) ? badge('neutral', languageName(locale, language)) : nothing

/** The articles of a section. */
export const articleRows = (scene: KnowledgeBaseScene, articles: readonly Article[]) =>
  html`<div class="rows" part="rows" role="list" aria-label=${scene.t('articles')}>
    ${repeat(
      articles,
      ({ id }) => id,
      (article) => row(scene, article),
    )}
  </div>`

function row(scene: KnowledgeBaseScene, { id, title, summary, language }: Article): TemplateResult {
  return html`<div class="row" part="row" role="listitem" id="row-${id}">
    <div class="lead" lang=${language}>
      ${link(scene, { id, title }, 'cover')}
      ${summary ? html`<p class="small muted"><bdi>${summary}</bdi></p>` : nothing}
    </div>
    <div class="marks">${languageMark(scene, language)}</div>
  </div>`
}

/** The link to an article. */
export const link = (
  scene: KnowledgeBaseScene,
  { id, title }: { readonly id: string; readonly title: string },
  look: string,
): TemplateResult =>
  recordLink({
    ...{ id, href: scene.articleHref, look },
    label: html`<bdi>${title}</bdi>`,
    open: (id) => scene.open(id),
  })
