import { DraftKeeper } from './draft-keeper.ts'
import type { DraftScope } from './draft-shelves.ts'

/** The scope of a field's draft, and the widget that shows it. */
export interface KeepFieldOptions<Content> {
  readonly scope: DraftScope
  readonly storage?: 'device' | 'tab'
  /** Shows a content that was kept earlier or in another tab; `undefined` where it was removed. */
  readonly onFound: (content: Content | undefined) => void
}

/** Keeps the content of one field. */
export interface FieldDraft<Content> {
  /** Keeps a content a moment later; an empty field has none. */
  keep(content: Content | undefined): void
  /** Deletes the draft, as after its content was sent. */
  remove(): Promise<void>
  /** Ends the keeping; the last content is kept before. */
  close(): Promise<unknown>
}

/**
 * Keeps the content of a field that is not part of a form, such as a message or a reason. Between
 * two tabs the last input wins; a tab without input of its own shows the other's.
 */
export function keepField<Content = string>({
  scope,
  storage = 'device',
  onFound,
}: KeepFieldOptions<Content>): FieldDraft<Content> {
  const life = new AbortController()
  const { signal } = life
  let entered: Content | undefined
  let touched = false
  const close = () => {
    life.abort()
    return keeper.flush().finally(() => keeper.close())
  }
  const forget = () => {
    life.abort()
    onFound(undefined)
  }
  const settle = () => {
    if (!keeper.rival) return
    if (keeper.dirty && entered !== undefined) void keeper.keepMine(entered)
    else if (!touched) onFound(keeper.takeTheirs())
  }
  const keeper = new DraftKeeper<Content>({
    ...{ storage, scope },
    version: () => '',
    onChange: settle,
    onSave: () => {},
    onForget: forget,
  })
  const flush = ({ type }: Event) => {
    if (document.hidden || type === 'pagehide') void keeper.flush()
  }
  addEventListener('pagehide', flush, { signal })
  document.addEventListener('visibilitychange', flush, { signal })
  void keeper.open().then((draft) => {
    if (signal.aborted) return
    if (draft && !touched) onFound(draft.content)
    keeper.listen()
  })
  const remove = () => {
    touched = false
    entered = undefined
    return keeper.remove()
  }
  return {
    keep(content) {
      if (content === undefined) return void remove()
      touched = true
      entered = content
      if (keeper.rival) void keeper.keepMine(content)
      else keeper.save(content)
    },
    remove,
    close,
  }
}
