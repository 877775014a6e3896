import { html, nothing, type TemplateResult } from 'lit'
import type { ArticleSection } from '@prmkit/contract'
import { askLink } from '../../articles/ask.ts'
import { pathTo, sectionsBelow } from '../../articles/section-tree.ts'
import { bookmark, folder } from '../../primitives/icon/article-icons.ts'
import { icon, type Icon } from '../../primitives/icon/icon.ts'
import { clock } from '../../primitives/icon/later-icons.ts'
import { recordLink } from '../../primitives/record-link/record-link.ts'
import { articleRows, link } from './article-rows.ts'
import type { KnowledgeBaseScene } from './host.ts'

const sectionLink = (
  { sectionHref: href, openSection: open }: KnowledgeBaseScene,
  { id, title }: Pick<ArticleSection, 'id' | 'title'>,
  look: string,
) => recordLink({ id, href, label: html`<bdi>${title}</bdi>`, look, open })

/** The beginning: all sections, and the articles that are read most, kept and read last. */
export function home(scene: KnowledgeBaseScene): TemplateResult {
  const { t } = scene
  const { sections, popular, saved, recent } = scene.shelves
  const card = (section: ArticleSection) => {
    const below = sectionsBelow(sections, section.id).map(({ title }) => title)
    const about = section.description ?? below.join(' · ')
    return html`<li class="card" part="section">
      ${icon(folder)}
      <h3>${sectionLink(scene, section, 'cover')}</h3>
      ${about ? html`<p class="small muted"><bdi>${about}</bdi></p>` : nothing}
      <p class="small muted">${t('articleCount', { n: section.articleCount })}</p>
    </li>`
  }
  return html`<h2 id="place" class="away" tabindex="-1">${t('title')}</h2>
    <ul class="cards" aria-label=${t('sections')}>
      ${sectionsBelow(sections).map(card)}
    </ul>
    <div class="shelves">
      ${shelf(scene, undefined, t('popular'), popular)} ${shelf(scene, clock, t('recent'), recent)}
      ${shelf(scene, bookmark, t('saved'), saved)}
    </div>
    ${askLink(scene, '', t('ask'))}`
}

const shelf = (
  scene: KnowledgeBaseScene,
  sign: Icon | undefined,
  name: string,
  articles: readonly { id: string; title: string; language: string }[],
) =>
  articles.length
    ? html`<section>
        <h3>${sign ? icon(sign) : nothing}${name}</h3>
        <ul>
          ${articles.map((one) => html`<li lang=${one.language}>${link(scene, one, 'text')}</li>`)}
        </ul>
      </section>`
    : nothing

/** One section: the way to it, the sections below it and its articles. */
export function sectionPage(scene: KnowledgeBaseScene): TemplateResult {
  const { t, sectionId } = scene
  const { sections, list } = scene.shelves
  const path = pathTo(sections, sectionId)
  const own = path.at(-1)
  const below = sectionsBelow(sections, sectionId)
  return html`<nav class="path small" aria-label=${t('path')}>
      <ol>
        <li>${sectionLink(scene, { id: '', title: t('allSections') }, 'text')}</li>
        ${path.slice(0, -1).map((one) => html`<li>${sectionLink(scene, one, 'text')}</li>`)}
      </ol>
    </nav>
    <h2 id="place" tabindex="-1"><bdi>${own?.title ?? t('sectionGone')}</bdi></h2>
    ${own?.description ? html`<p class="muted about"><bdi>${own.description}</bdi></p>` : nothing}
    ${
      below.length
        ? html`<ul class="chips" aria-label=${t('sections')}>
            ${below.map((one) => html`<li>${sectionLink(scene, one, 'chip')}</li>`)}
          </ul>`
        : nothing
    }
    ${list.items.length ? articleRows(scene, list.items) : html`<p>${t('sectionEmpty')}</p>`}
    <div class="foot">
      <p class="small muted">${t('articleCount', { n: list.total ?? list.items.length })}</p>
      ${
        list.next
          ? html`<button class="button more" part="more" type="button" @click=${() => scene.more()}>
              ${t('more')}
            </button>`
          : nothing
      }
    </div>`
}
