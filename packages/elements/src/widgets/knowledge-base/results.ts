import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ArticleHit } from '@prmkit/contract'
import { highlight } from '../../articles/highlight.ts'
import { askLink } from '../../articles/ask.ts'
import { problem } from '../../primitives/problem/problem.ts'
import { recordLink } from '../../primitives/record-link/record-link.ts'
import { skeleton } from '../../primitives/skeleton/skeleton.ts'
import { languageMark } from './article-rows.ts'
import type { KnowledgeBaseScene } from './host.ts'

/** The sentence that tells how much was found, also aloud. */
export function foundText({ t, searching }: KnowledgeBaseScene): string {
  const { found, hits, total, isSearching, error, words } = searching
  if (!words || error || (isSearching && !found)) return ''
  const n = total ?? hits.length
  return n ? t('found', { n, words: found }) : t('foundNone', { words: found })
}

/** The articles that were found, other words, and the way to a person. */
export function results(scene: KnowledgeBaseScene): TemplateResult {
  const { t, searching } = scene
  const { found, hits, error, isSearching, next, words } = searching
  if (error) return problem(t as never, error, () => searching.run())
  if (!found) return skeleton(t('searching'), 2)
  return html`<section class="results" aria-busy=${isSearching} aria-labelledby="found">
    <h2 id="found" class="small muted">${foundText(scene)}</h2>
    ${suggestion(scene)}
    ${
      hits.length
        ? html`<div class="rows" part="rows" role="list" aria-labelledby="found">
            ${repeat(
              hits,
              ({ article, section }) => `${article.id} ${section?.anchor ?? ''}`,
              (hit) => row(scene, hit),
            )}
          </div>`
        : html`<p>${t('foundNoneHint')}</p>`
    }
    <div class="foot">
      ${askLink(scene, words, t('ask'))}
      ${
        next
          ? html`<button class="button more" part="more" type="button" @click=${() => scene.more()}>
              ${t('more')}
            </button>`
          : nothing
      }
    </div>
  </section>`
}

/** Other words: searched for already where the typed ones find nothing, else to be chosen. */
function suggestion({ t, searching, type }: KnowledgeBaseScene) {
  const { suggestion: other, found } = searching
  if (!other) return nothing
  if (other.searched)
    return html`<p class="instead">${t('foundInstead', { words: found, other: other.text })}</p>`
  return html`<p class="instead">
    ${t('didYouMean')}
    <button class="text" type="button" @click=${() => type(other.text)}>
      <bdi>${other.text}</bdi>
    </button>
  </p>`
}

function row(scene: KnowledgeBaseScene, { article, section, title, excerpt }: ArticleHit) {
  const { id, language, sectionTitle } = article
  return html`<div class="row" part="row" role="listitem" id="row-${id}">
    <div class="lead" lang=${language}>
      ${recordLink({
        ...{ id, anchor: section?.anchor, href: scene.articleHref, look: 'cover' },
        label: html`<bdi>${highlight(title)}</bdi>`,
        open: (id) => scene.open(id, section?.anchor),
      })}
      ${section ? html`<p class="small part"><bdi>${highlight(section.heading)}</bdi></p>` : nothing}
      <p class="small muted"><bdi>${highlight(excerpt)}</bdi></p>
    </div>
    <div class="marks small muted">
      ${languageMark(scene, language)} ${sectionTitle ? html`<bdi>${sectionTitle}</bdi>` : nothing}
    </div>
  </div>`
}
