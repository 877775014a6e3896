import { html, nothing, type TemplateResult } from 'lit'
import type { FullArticle } from '@prmkit/contract'
import { formatInstant } from '../base/values/format.ts'
import { recordAddress } from '../base/safe-address.ts'
import { bookmark, printer } from '../primitives/icon/article-icons.ts'
import { icon } from '../primitives/icon/icon.ts'
import { link } from '../primitives/icon/later-icons.ts'
import type { Section } from '../primitives/rich-text/headings.ts'
import { copyLink } from '../record/copy-link.ts'
import { fact, listed } from '../record/facts.ts'
import { otherLanguages } from './article-notes.ts'
import type { ArticleScene } from './article-scene.ts'

/** The entries of a contents list: two levels, where there are enough to choose from. */
const entriesOf = (sections: readonly Section[] = []) => {
  const shown = sections.filter(({ level, text }) => level <= 2 && text)
  return shown.length > 1 ? shown : []
}

/** The contents list of the text. */
function contentsList(scene: ArticleScene, entries: readonly Section[]) {
  const { recordHref, recordId = '' } = scene
  const entry = ({ level, text, anchor }: Section) => {
    const go = (event: Event) => {
      event.preventDefault()
      scene.goTo(anchor)
    }
    const href = recordAddress(recordHref, recordId, anchor) ?? `#${encodeURIComponent(anchor)}`
    return html`<li class="level-${level}">
      <a href=${href} @click=${go}><bdi>${text}</bdi></a>
    </li>`
  }
  return html`<nav aria-label=${scene.t('contents')}>
    <ol>
      ${entries.map(entry)}
    </ol>
  </nav>`
}

/** The contents list above the text, for a page without room beside it. */
export function shortContents(scene: ArticleScene): TemplateResult | typeof nothing {
  const entries = entriesOf(scene.text?.sections)
  if (!entries.length) return nothing
  return html`<details class="contents short">
    <summary>${scene.t('contents')}</summary>
    ${contentsList(scene, entries)}
  </details>`
}

/** The facts of an article, and the buttons to do something with it. */
export function articleFacts(scene: ArticleScene, article: FullArticle): TemplateResult {
  const { t, locale } = scene
  const { products, validUntil, minutes, updatedBy, languages, language } = article
  const day = (instant: string) => formatInstant(locale, instant, { dateStyle: 'medium' })
  const changed = languages.find((one) => one.language === language)?.updatedAt ?? article.updatedAt
  const entries = entriesOf(scene.text?.sections)
  return html`${
      entries.length
        ? html`<section class="contents long">
            <h3>${t('contents')}</h3>
            ${contentsList(scene, entries)}
          </section>`
        : nothing
    }
    <dl class="facts">
      ${fact(t('readingTime'), minutes && t('minutes', { n: minutes }))}
      ${fact(t('changed'), day(changed))} ${fact(t('changedBy'), updatedBy)}
      ${fact(t('validUntil'), validUntil && day(validUntil))}
      ${fact(
        t('products'),
        listed(
          locale,
          products.map(({ name }) => name),
        ),
      )}
    </dl>
    ${otherLanguages(scene, article)}
    <div class="take">
      <button
        class="button quiet"
        type="button"
        aria-pressed=${article.mine.saved}
        @click=${() => toggleSaved(scene, article)}
      >
        ${icon(bookmark)}${article.mine.saved ? t('saved') : t('save')}
      </button>
      <button class="button quiet" type="button" @click=${() => copyLink(scene as never)}>
        ${icon(link)}${t('copyLink')}
      </button>
      <button class="button quiet" type="button" @click=${() => globalThis.print()}>
        ${icon(printer)}${t('print')}
      </button>
    </div>`
}

const toggleSaved = (scene: ArticleScene, { id, mine }: FullArticle) =>
  scene.attempt(async () => {
    const { operations, t } = scene
    const params = { id }
    const taken = mine.saved ? operations?.unsave({ params }) : operations?.save({ params })
    const { mine: own } = (await taken) ?? { mine }
    const { record } = scene
    if (record?.id !== id) return
    scene.took({ ...record, mine: own })
    scene.announce(t(own.saved ? 'savedDone' : 'unsavedDone'))
  })
