import { html, nothing, type TemplateResult } from 'lit'
import type { ArticleHit } from '@prmkit/contract'
import { ask, askAddress } from '../../articles/ask.ts'
import { highlight } from '../../articles/highlight.ts'
import { anchorPopup } from '../../primitives/combobox/popup.ts'
import { reason } from '../../primitives/problem/problem.ts'
import type { SearchBoxScene } from './host.ts'

/** Room for six finds with their excerpts, and the ways onward. */
const tallest = 800

/** Something to choose in the popup. */
interface Option {
  readonly content: TemplateResult
  readonly choose: () => void
}

/** The results of a search box: a list to choose from, in the top layer. */
export class SearchPopup {
  isOpen = false
  readonly #scene: SearchBoxScene
  #active = -1
  #unanchor: (() => void) | undefined

  constructor(scene: SearchBoxScene) {
    this.#scene = scene
  }

  /** The id of the option that Enter would choose. */
  get activeId(): string | undefined {
    return this.isOpen && this.#active >= 0 ? `option-${this.#active}` : undefined
  }

  /** Takes what was typed. */
  type(text: string): void {
    this.#active = -1
    this.#scene.searching.type(text)
    if (this.#scene.searching.words) this.show()
    else this.hide()
  }

  /** Opens the popup if the field has words. */
  show(): void {
    if (this.isOpen || !this.#scene.searching.words) return
    this.isOpen = true
    this.#scene.requestUpdate()
    const { renderRoot } = this.#scene
    const popup = renderRoot.querySelector<HTMLElement>('.popup')
    const field = renderRoot.querySelector<HTMLElement>('input')
    popup?.showPopover?.()
    if (popup && field) this.#unanchor = anchorPopup(field, popup, tallest)
  }

  hide(): void {
    if (!this.isOpen) return
    this.end()
    this.#scene.renderRoot.querySelector<HTMLElement>('.popup')?.hidePopover?.()
    this.#scene.requestUpdate()
  }

  /** The field is gone. */
  end(): void {
    this.isOpen = false
    this.#active = -1
    this.#unanchor?.()
  }

  /** Answers a key of the field. */
  press(event: KeyboardEvent): void {
    // While an input method composes, its keys are not ours (229 in Safari).
    if (event.isComposing || event.keyCode === 229) return
    const { key } = event
    const { searching } = this.#scene
    const options = this.#options
    const last = options.length - 1
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1
      if (!this.isOpen) this.show()
      else if (last >= 0) this.#move((this.#active + step + options.length + 1) % (last + 2), last)
    } else if (key === 'Enter' && searching.words) {
      const active = options[this.#active]
      if (active) this.#choose(active)
      else this.#choose({ content: html``, choose: () => this.#scene.openResults() })
    } else if (key === 'Escape' && this.isOpen) this.hide()
    else if (key === 'Escape' && searching.text) this.type('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Goes to an option; the place after the last is none, which is the field itself. */
  #move(to: number, last: number) {
    this.#active = to > last || to < 0 ? -1 : to
    this.#scene.requestUpdate()
    void this.#scene.updateComplete.then(() =>
      this.#scene.renderRoot
        .querySelector('[aria-selected=true]')
        ?.scrollIntoView({ block: 'nearest' }),
    )
  }

  #choose({ choose }: Option) {
    this.hide()
    choose()
  }

  get #options(): Option[] {
    const { searching, t, resultsAddress, askHref } = this.#scene
    const { hits, found, words, total = hits.length } = searching
    if (!found) return []
    const options = hits.map((hit) => this.#hit(hit))
    const { suggestion } = searching
    if (suggestion && !suggestion.searched)
      options.unshift({
        content: html`<span
          >${t('didYouMean')} <strong><bdi>${suggestion.text}</bdi></strong></span
        >`,
        choose: () => this.#correct(suggestion.text),
      })
    if (resultsAddress !== undefined && hits.length)
      options.push({
        content: html`<span class="onward">${t('allFound', { n: total })}</span>`,
        choose: () => this.#scene.openResults(),
      })
    if (askAddress(askHref, words) !== undefined)
      options.push({
        content: html`<span class="onward">${t('ask')}</span>`,
        choose: () => this.#ask(words),
      })
    return options
  }

  #correct(text: string) {
    this.type(text)
    this.#scene.renderRoot.querySelector('input')?.focus()
  }

  #ask(words: string) {
    const address = askAddress(this.#scene.askHref, words)
    if (ask(this.#scene, words) && address !== undefined) location.assign(address)
  }

  #hit({ article, title, section, excerpt }: ArticleHit): Option {
    return {
      content: html`<span lang=${article.language}>
        <strong><bdi>${highlight(title)}</bdi></strong>
        ${section ? html`<small><bdi>${highlight(section.heading)}</bdi></small>` : nothing}
        <small class="muted"><bdi>${highlight(excerpt)}</bdi></small>
      </span>`,
      choose: () => this.#scene.openArticle(article.id, section?.anchor),
    }
  }

  get #status() {
    const { t, searching } = this.#scene
    const { found, hits, total = hits.length, error, suggestion } = searching
    if (error) return reason(t as never, error)
    if (!found) return t('searching')
    if (suggestion?.searched) return t('foundInstead', { words: found, other: suggestion.text })
    return total ? t('found', { n: total, words: found }) : t('foundNone', { words: found })
  }

  render(): TemplateResult {
    const { t, searching } = this.#scene
    const options = this.isOpen && !searching.error ? this.#options : []
    const isTold = !searching.hits.length || !!searching.error || !!searching.suggestion?.searched
    return html`<span class="away" role="status">${this.isOpen ? this.#status : ''}</span>
      <div class="popup" part="popup" popover="manual" @mousedown=${keepFocus}>
        ${isTold ? html`<p class="hint" aria-hidden="true">${this.#status}</p>` : nothing}
        <div
          role="listbox"
          id="results"
          aria-label=${t('searchArticles')}
          aria-busy=${searching.isSearching}
        >
          ${options.map((option, index) => this.#option(option, index))}
        </div>
      </div>`
  }

  #option(option: Option, index: number) {
    return html`<div
      role="option"
      id="option-${index}"
      aria-selected=${index === this.#active}
      @click=${() => this.#choose(option)}
    >
      ${option.content}
    </div>`
  }
}

const keepFocus = (event: Event) => event.preventDefault()
