import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../primitives/icon/icon.ts'
import { x } from '../primitives/icon/later-icons.ts'
import type { ListScene } from './list-definition.ts'
import type { ListItem } from './list-operations.ts'
import { isWhole, type ListView } from './list-view.ts'
import { readView } from './read-view.ts'

/** A view with the name its owner gave it. */
export interface SavedView {
  readonly name: string
  readonly view: ListView
}

/** The list as its saved views see it. */
export interface SavedViewsScene<Item extends ListItem> extends ListScene<Item> {
  /** Draws the list anew, then focuses the first of these that is there. */
  redraw(...focused: string[]): void
}

/** The views that one user keeps in this browser; without storage they last as long as the page. */
export class SavedViews<Item extends ListItem> {
  readonly #scene: SavedViewsScene<Item>
  readonly #key: string
  #views: readonly SavedView[]
  // The view that is being given a name.
  #named: ListView | undefined

  constructor(scene: SavedViewsScene<Item>, key: string) {
    this.#scene = scene
    this.#key = key
    this.#views = this.#read()
  }

  get all(): readonly SavedView[] {
    return this.#views
  }

  /** The views to choose from, and the way to keep the current one. */
  render(): TemplateResult | typeof nothing {
    const { t, list } = this.#scene
    const { view } = list
    const mayKeep = !this.#views.some((one) => same(one.view, view)) && !isWhole(view)
    if (!this.#views.length && !mayKeep) return nothing
    return html`<div class="chips" role="group" aria-label=${t('views')}>
      ${this.#views.map((one) => this.#saved(one))}
      ${
        !mayKeep
          ? nothing
          : this.#named === view
            ? this.#form()
            : html`<button
                class="chip"
                id="save-view"
                type="button"
                @click=${() => this.#name(view)}
              >
                ${t('saveView')}
              </button>`
      }
    </div>`
  }

  #saved({ name, view }: SavedView) {
    const { t, list } = this.#scene
    return html`<span class="pair">
      <button
        class="chip"
        type="button"
        aria-pressed=${same(view, list.view)}
        @click=${() => this.#scene.narrow(view)}
      >
        <bdi translate="no">${name}</bdi></button
      ><button
        class="chip"
        type="button"
        aria-label=${t('forgetView', { name })}
        @click=${() => this.#forget(name)}
      >
        ${icon(x)}
      </button>
    </span>`
  }

  #form() {
    const { t } = this.#scene
    const keep = (event: SubmitEvent) => {
      event.preventDefault()
      const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim()
      if (name) this.#save(name)
      else this.#scene.redraw('#view-name')
    }
    const leave = (event: KeyboardEvent) => {
      // While an input method composes, its keys are not ours (229 in Safari).
      if (event.key !== 'Escape' || event.isComposing || event.keyCode === 229) return
      event.preventDefault()
      this.#named = undefined
      this.#scene.redraw('#save-view')
    }
    return html`<form class="keep" @submit=${keep} @keydown=${leave}>
      <label class="away" for="view-name">${t('viewName')}</label>
      <input
        id="view-name"
        class="control"
        name="name"
        maxlength="60"
        autocomplete="off"
        placeholder=${t('viewName')}
      />
      <button class="button">${t('save')}</button>
    </form>`
  }

  #name(view: ListView) {
    this.#named = view
    this.#scene.redraw('#view-name')
  }

  /** Keeps the current view; one of the same name is replaced. */
  #save(name: string) {
    const { view } = this.#scene.list
    this.#write([...this.#views.filter((saved) => saved.name !== name), { name, view }].slice(-20))
  }

  #forget(name: string) {
    this.#write(this.#views.filter((saved) => saved.name !== name))
  }

  #read(): SavedView[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]')
      return (Array.isArray(stored) ? stored : []).flatMap((one) => {
        const view = readView(this.#scene.definition, one?.view)
        return view && typeof one.name === 'string' ? [{ name: one.name, view }] : []
      })
    } catch {
      return []
    }
  }

  #write(views: readonly SavedView[]) {
    this.#views = views
    try {
      if (views.length) localStorage.setItem(this.#key, JSON.stringify(views))
      else localStorage.removeItem(this.#key)
    } catch {
      // A page without storage, such as a sandboxed frame.
    }
    this.#scene.redraw('#search')
  }
}

/** True where two views let the same items through in the same order. */
const same = (one: ListView, other: ListView) => plain(one) === plain(other)

const plain = ({ search, filters, sort }: ListView) =>
  JSON.stringify([
    search,
    Object.entries(filters)
      .filter(([, values]) => values.length)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    sort,
  ])
