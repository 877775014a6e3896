import { readView, type ListView } from './list-view.ts'

/** A view with the name its owner gave it. */
export interface SavedView {
  readonly name: string
  readonly view: ListView
}

/** The views that one user keeps in this browser; without storage they last as long as the page. */
export class SavedViews {
  readonly #key: string
  #views: readonly SavedView[]

  constructor(user: readonly string[]) {
    this.#key = `prm-views:${JSON.stringify(user)}`
    this.#views = this.#read()
  }

  get all(): readonly SavedView[] {
    return this.#views
  }

  /** Keeps a view; one of the same name is replaced. */
  save(name: string, view: ListView): void {
    this.#write([...this.#views.filter((saved) => saved.name !== name), { name, view }].slice(-20))
  }

  forget(name: string): void {
    this.#write(this.#views.filter((saved) => saved.name !== name))
  }

  /** Deletes all of them, as log-out does. */
  clear(): void {
    this.#write([])
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
