import { html, nothing, type TemplateResult } from 'lit'
import type { FullArticle } from '@prmkit/contract'
import { formatInstant } from '../base/values/format.ts'
import type { ArticleScene } from './article-scene.ts'
import { isOtherLanguage, languageName } from './language-name.ts'

/**
 * The notes before a text: that it is retired, missing or over, is not in the reader's language, or is older
 * than the original.
 */
export function articleNotes(scene: ArticleScene, article: FullArticle, now: number): unknown {
  const { t, locale } = scene
  const { status, statusReason, validUntil, language, languages } = article
  const day = (instant: string) => formatInstant(locale, instant, { dateStyle: 'medium' })
  const note = (text: string, action: unknown = nothing) =>
    html`<div class="note warning">
      <p>${text}</p>
      ${action}
    </div>`
  if (status === 'retired')
    return note(
      t('retired'),
      statusReason?.text ? html`<p><bdi>${statusReason.text}</bdi></p>` : nothing,
    )
  const [original] = languages
  const isOutdated = languages.find((one) => one.language === language)?.outdated
  return [
    status === 'published' ? nothing : note(t('unpublished')),
    article.html ? nothing : note(t('blank')),
    validUntil && Date.parse(validUntil) <= now
      ? note(t('over', { date: day(validUntil) }))
      : nothing,
    isOtherLanguage(language, locale)
      ? note(t('otherLanguage', { language: languageName(locale, language) }))
      : nothing,
    isOutdated && original
      ? note(
          t('outdated', { date: day(original.updatedAt) }),
          readIn(scene, original.language, t('readOriginal')),
        )
      : nothing,
  ]
}

const readIn = ({ read }: ArticleScene, language: string, label: unknown): TemplateResult =>
  html`<button class="button" type="button" @click=${() => read(language)}>${label}</button>`

/** The other languages in which the article can be read. */
export function otherLanguages(scene: ArticleScene, article: FullArticle): unknown {
  const others = article.languages.filter(({ language }) => language !== article.language)
  if (!others.length) return nothing
  return html`<p class="tongues small">
    ${scene.t('alsoIn')}
    ${others.map(
      ({ language }) =>
        html`<button
          class="text"
          type="button"
          lang=${language}
          @click=${() => scene.read(language)}
        >
          <bdi>${languageName(language, language)}</bdi>
        </button> `,
    )}
  </p>`
}
