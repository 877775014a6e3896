import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../primitives/icon/icon.ts'
import { x } from '../primitives/icon/icons.ts'
import type { PrmDealList } from '../widgets/deal-list/deal-list.ts'
import { isWhole, sorts, type ListView } from './list-view.ts'

export { catalog } from '../locales/deal-list-later/catalog.ts'
export { savedViewsStyles as styles } from './saved-views.styles.ts'

/** A view with the name its owner gave it. */
export interface SavedView {
  readonly name: string
  readonly view: ListView
}

/** The views that one user keeps in this browser; without storage they last as long as the page. */
export class SavedViews {
  readonly #host: PrmDealList
  readonly #key: string
  #views: readonly SavedView[]
  // The view that is being given a name.
  #named: ListView | undefined

  constructor(host: PrmDealList, key: string) {
    this.#host = host
    this.#key = key
    this.#views = this.#read()
  }

  get all(): readonly SavedView[] {
    return this.#views
  }

  /** The views to choose from, and the way to keep the one that is shown. */
  render(): TemplateResult | typeof nothing {
    const { t, list } = this.#host
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
    const { t, narrow, list } = this.#host
    return html`<span class="pair">
      <button
        class="chip"
        type="button"
        aria-pressed=${same(view, list.view)}
        @click=${() => narrow.call(this.#host, view)}
      >
        <bdi>${name}</bdi></button
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
    const { t } = this.#host
    const keep = (event: SubmitEvent) => {
      event.preventDefault()
      const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim()
      if (name) this.#save(name)
      else this.#shown('#view-name')
    }
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      this.#named = undefined
      this.#shown('#save-view')
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
    this.#shown('#view-name')
  }

  /** Keeps the view that is shown; one of the same name is replaced. */
  #save(name: string) {
    const { view } = this.#host.list
    this.#write([...this.#views.filter((saved) => saved.name !== name), { name, view }].slice(-20))
    this.#shown('#search')
  }

  #forget(name: string) {
    this.#write(this.#views.filter((saved) => saved.name !== name))
    this.#shown('#search')
  }

  #shown(focused: string) {
    this.#host.requestUpdate()
    const { renderRoot, updateComplete } = this.#host
    void updateComplete.then(() => renderRoot.querySelector<HTMLElement>(focused)?.focus())
  }

  #read(): SavedView[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]')
      return (Array.isArray(stored) ? stored : []).flatMap((one) => {
        const view = readView(one?.view)
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
  }
}

const same = (one: ListView, other: ListView) => JSON.stringify(one) === JSON.stringify(other)

/** A view from storage, or nothing where it is not one. */
function readView(stored: unknown): ListView | undefined {
  const { search, status, owner, sort } = (stored ?? {}) as Partial<ListView>
  if (typeof search !== 'string' || !Array.isArray(status) || !sort || !(sort in sorts)) return
  return {
    search,
    status: status.filter((one) => typeof one === 'string'),
    owner: owner === 'me' ? 'me' : 'company',
    sort,
  }
}
