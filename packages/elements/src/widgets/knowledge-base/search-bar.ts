import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../../primitives/icon/icon.ts'
import { search } from '../../primitives/icon/list-icons.ts'
import type { KnowledgeBaseScene } from './host.ts'

/** The search field of the knowledge base. */
export function searchBar(scene: KnowledgeBaseScene): TemplateResult {
  const { t, searching, withoutShortcuts } = scene
  return html`<div class="find" part="search">
    <label class="away" for="search">${t('searchArticles')}</label>
    ${icon(search)}
    <input
      id="search"
      class="control"
      type="search"
      dir="auto"
      autocomplete="off"
      enterkeyhint="search"
      aria-keyshortcuts=${withoutShortcuts ? nothing : '/ Control+K Meta+K'}
      placeholder=${t('searchHint')}
      .value=${searching.text}
      @input=${(event: Event) => scene.type((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => press(scene, event)}
    />
    ${withoutShortcuts || searching.text ? nothing : html`<kbd aria-hidden="true">/</kbd>`}
  </div>`
}

/** Enter opens the first article that was found, Escape gives the search up. */
function press(scene: KnowledgeBaseScene, event: KeyboardEvent) {
  // While an input method composes, its keys are not ours (229 in Safari).
  if (event.isComposing || event.keyCode === 229) return
  const { searching } = scene
  const [first] = searching.hits
  if (event.key === 'Escape' && searching.text) scene.type('')
  else if (event.key === 'Enter' && first && !searching.isSearching)
    scene.open(first.article.id, first.section?.anchor)
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Lets the arrow keys go from the search field through the rows and back. */
export function walkRows(root: ParentNode, event: KeyboardEvent): void {
  const { key, altKey, ctrlKey, metaKey } = event
  if (altKey || ctrlKey || metaKey || event.isComposing || !/^Arrow(Down|Up)$/.test(key)) return
  const stops = [...root.querySelectorAll<HTMLElement>('#search, .rows .cover')]
  const at = stops.indexOf(event.target as HTMLElement)
  const next = at < 0 ? undefined : stops[at + (key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
