import {
  draftChannel,
  memoryShelf,
  shelves,
  type Draft,
  type DraftScope,
  type DraftShelf,
} from './draft-shelves.ts'
import { randomId } from '../base/random-id.ts'

/** Says that somebody else changed the draft; `null` when they took it away. */
export type Rival<Content> = { readonly draft: Draft<Content> | null; readonly note?: unknown }

/** How a keeper works. */
export interface KeeperOptions {
  readonly storage: 'device' | 'tab' | 'memory'
  readonly scope: DraftScope
  /** The instant by the backend's clock, once that is known. */
  readonly now?: () => number | undefined
  /** The version of the form now. */
  readonly version: () => string
  /** Called after anything of the keeper changed. */
  readonly onChange: () => void
  /** Called after the draft was kept. */
  readonly onSave: (savedAt: number) => void
  /** Called when the user logged out elsewhere. */
  readonly onForget: () => void
}

interface Message {
  readonly scope?: string
  readonly stamp?: string
  readonly note?: unknown
  readonly forget?: string
  readonly userId?: string
}

const delay = 400

/** Keeps one draft: saves what changes a moment later, and notices when another tab does too. */
export class DraftKeeper<Content> {
  readonly #options: KeeperOptions
  readonly #id: string
  #channel: BroadcastChannel | undefined
  #shelf: DraftShelf
  #stamp: string | undefined
  #waiting: Content | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #closed = false

  /** When the draft was last kept. */
  savedAt: number | undefined
  /** The change of another tab; nothing is saved until one of the two is chosen. */
  rival: Rival<Content> | undefined

  constructor(options: KeeperOptions) {
    this.#options = options
    this.#shelf = shelves[options.storage]
    this.#id = JSON.stringify(options.scope)
  }

  /** Begins to notice what other tabs do to the draft, or ends it. */
  listen(on = true): void {
    if (!on || this.#closed) {
      this.#channel?.close()
      this.#channel = undefined
    } else if (!this.#channel) {
      this.#channel = draftChannel()
      this.#channel?.addEventListener('message', this.#hear)
      void this.#enqueue(() => this.#look(undefined))
    }
  }

  /** Where the draft is kept; memory when the chosen place refused. */
  get kind(): 'device' | 'tab' | 'memory' {
    return this.#shelf.kind
  }

  /** True while something is not kept yet. */
  get dirty(): boolean {
    return this.#waiting !== undefined
  }

  /** Reads what was kept. */
  open(): Promise<Draft<Content> | undefined> {
    return this.#enqueue(async () => {
      const draft = await this.#try((shelf) =>
        shelf.read(this.#options.scope, this.#options.now?.()),
      )
      this.#stamp = draft?.stamp
      this.savedAt = draft?.savedAt
      return draft as Draft<Content> | undefined
    })
  }

  /** Keeps this a moment later. */
  save(content: Content): void {
    if (this.#closed) return
    this.#waiting = content
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), delay)
  }

  /** Keeps at once what waits, or this; false when another tab was first. */
  flush(content: Content | undefined = this.#waiting): Promise<boolean> {
    clearTimeout(this.#timer)
    if (content === undefined || this.#closed) return Promise.resolve(!this.rival)
    this.#waiting = content
    return this.#enqueue(async () => {
      if (this.rival || this.#closed) return false
      const draft = this.#draft(content)
      if (!(await this.#exchange(draft))) return false
      this.savedAt = draft.savedAt
      if (this.#waiting === content) this.#waiting = undefined
      this.#options.onChange()
      this.#options.onSave(draft.savedAt)
      return true
    })
  }

  /** Notes that somebody else wrote this, or took the draft away. */
  meet(draft?: Draft<Content>, note?: unknown): void {
    clearTimeout(this.#timer)
    this.rival = { draft: draft ?? null, note }
    this.#options.onChange()
  }

  /** Chooses this tab's content over the other's. */
  keepMine(content: Content): Promise<boolean> {
    this.#stamp = this.rival?.draft?.stamp
    this.rival = undefined
    return this.flush(content)
  }

  /** Chooses the other tab's content and returns it. */
  takeTheirs(): Content | undefined {
    const draft = this.rival?.draft
    clearTimeout(this.#timer)
    this.#stamp = draft?.stamp
    this.savedAt = draft?.savedAt
    this.rival = this.#waiting = undefined
    return draft?.content
  }

  /** Deletes the draft; the note tells other tabs why. */
  remove(note?: unknown): Promise<void> {
    clearTimeout(this.#timer)
    this.#waiting = undefined
    return this.#enqueue(async () => {
      await this.#exchange(undefined, note)
      this.savedAt = undefined
      this.#options.onChange()
    })
  }

  /** Ends the keeping; what was kept stays. Resolves when nothing is written any more. */
  close(): Promise<unknown> {
    clearTimeout(this.#timer)
    this.#closed = true
    this.listen(false)
    return this.#queue
  }

  #draft(content: Content): Draft<Content> {
    const { version, now } = this.#options
    return { version: version(), stamp: randomId(), savedAt: Date.now(), at: now?.(), content }
  }

  async #exchange(next: Draft<Content> | undefined, note?: unknown): Promise<boolean> {
    const { scope } = this.#options
    const left = await this.#try((shelf) => shelf.exchange(scope, this.#stamp, next))
    if (left?.stamp !== next?.stamp) {
      this.meet(left as Draft<Content> | undefined)
      return false
    }
    this.#stamp = next?.stamp
    this.#channel?.postMessage({ scope: this.#id, stamp: this.#stamp, note })
    return true
  }

  #hear = ({ data }: MessageEvent<Message>) => {
    const { baseUrl, userId } = this.#options.scope
    if (data.forget === baseUrl && (data.userId ?? userId) === userId) {
      void this.close()
      this.#options.onForget()
    } else if (data.scope === this.#id && data.stamp !== this.#stamp) {
      void this.#enqueue(() => this.#look(data.note))
    }
  }

  async #look(note: unknown): Promise<void> {
    const draft = await this.#try((shelf) => shelf.read(this.#options.scope, this.#options.now?.()))
    if (draft?.stamp === this.#stamp || this.#closed) return
    this.meet(draft as Draft<Content> | undefined, note)
  }

  /** Works on the chosen shelf; in memory as long as that one refuses. */
  async #try<T>(work: (shelf: DraftShelf) => Promise<T>): Promise<T> {
    const { storage, scope } = this.#options
    const chosen = shelves[storage]
    if (this.#shelf !== chosen) {
      const answers = await chosen.read(scope).then(
        () => true,
        () => false,
      )
      if (!answers) return work(memoryShelf)
      // A draft kept by now, from another page or an earlier visit, ends in a choice.
      await memoryShelf.exchange(scope, this.#stamp, undefined)
      this.#move(chosen)
    }
    try {
      return await work(this.#shelf)
    } catch (error) {
      if (chosen === memoryShelf) throw error
      this.#move(memoryShelf)
      return work(memoryShelf)
    }
  }

  #move(shelf: DraftShelf) {
    this.#shelf = shelf
    this.#stamp = undefined
    this.#options.onChange()
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    this.#queue = result.catch(() => {})
    return result
  }
}
