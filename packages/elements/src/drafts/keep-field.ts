import { DraftKeeper } from './draft-keeper.ts'
import type { DraftScope } from './draft-shelves.ts'

/** The scope of a field's draft, and the widget that shows it. */
export interface KeepFieldOptions<Content> {
  readonly scope: DraftScope
  readonly storage?: 'device' | 'tab' | 'memory'
  /** The instant by the backend's clock, once that is known. */
  readonly now?: () => number | undefined
  /** Shows a content that was kept earlier or in another tab; `undefined` where it was removed. */
  readonly onFound: (content: Content | undefined) => void
  /** Adds what must not be lost of another tab's content; the last input replaces it unless given. */
  readonly join?: (entered: Content, other: Content) => Content
}

/** Keeps the content of one field. */
export interface FieldDraft<Content> {
  /** Keeps a content a moment later; an empty field has none. */
  keep(content: Content | undefined): void
  /** Keeps a content at once, as before it is sent; resolves once it outlives the page. */
  store(content: Content): Promise<unknown>
  /** Deletes the draft, as after its content was sent. */
  remove(): Promise<void>
  /** Ends or begins again to notice other tabs and the end of the page, as off the page and back. */
  listen(on: boolean): void
  /** Ends the keeping; the last content is kept before, but not at log-out. */
  close(keeps?: boolean): Promise<unknown>
}

/**
 * Keeps the content of a field that is not part of a form, such as a message or a reason. Between
 * two tabs the last input wins; a tab without input of its own shows the other's. The browser asks
 * before it leaves the page while the content is kept nowhere else.
 */
export function keepField<Content = string>({
  scope,
  storage = 'device',
  now,
  onFound,
  join = (entered) => entered,
}: KeepFieldOptions<Content>): FieldDraft<Content> {
  let live = false
  let entered: Content | undefined
  let touched = false
  let closed = false
  const hold = (event: Event) => event.preventDefault()
  const guard = () => {
    const isAtRisk = entered !== undefined && (keeper.dirty || keeper.kind === 'memory')
    ;(live && isAtRisk ? addEventListener : removeEventListener)('beforeunload', hold)
  }
  /** Keeps the last input on top of another tab's. */
  const win = (mine: Content) => {
    const theirs = keeper.rival?.draft?.content
    entered = theirs === undefined ? mine : join(mine, theirs)
    void keeper.keepMine(entered)
  }
  const settle = () => {
    if (keeper.rival && keeper.dirty && entered !== undefined) win(entered)
    else if (keeper.rival && !touched) onFound(keeper.takeTheirs())
    guard()
  }
  const keeper = new DraftKeeper<Content>({
    ...{ storage, scope, ...(now && { now }) },
    version: () => '',
    onChange: settle,
    onSave: () => {},
    onForget: () => {
      end()
      onFound(undefined)
    },
  })
  const flush = ({ type }: Event) => {
    if (document.hidden || type === 'pagehide') void keeper.flush()
  }
  const listen = (on: boolean) => {
    live = on && !closed
    const turn = live ? 'addEventListener' : 'removeEventListener'
    window[turn]('pagehide', flush)
    document[turn]('visibilitychange', flush)
    keeper.listen(live)
    guard()
  }
  const end = () => {
    closed = true
    listen(false)
  }
  void keeper.open().then((draft) => {
    if (closed) return
    if (draft && !touched) onFound(draft.content)
    listen(true)
  })
  const enter = (content: Content) => {
    touched = true
    entered = content
  }
  const remove = () => {
    touched = false
    entered = undefined
    guard()
    return keeper.remove()
  }
  return {
    keep(content) {
      if (content === undefined) return void remove()
      enter(content)
      if (keeper.rival) win(content)
      else keeper.save(content)
      guard()
    },
    async store(content) {
      enter(content)
      // A second time where another tab wrote meanwhile, and this content goes on top of it.
      if (!(await keeper.flush(content))) await keeper.flush()
    },
    remove,
    listen,
    close(keeps = true) {
      end()
      return keeps ? keeper.flush().finally(() => keeper.close()) : keeper.close()
    },
  }
}
