import type { Deal } from '@prmkit/contract'
import type { DeskDeal } from './desk-deal.ts'

/** The actions of the keys of the desk. */
export interface DeskKeys {
  /** Shows the next or the one before. */
  move(by: 1 | -1): void
  approve(): void
  search(): void
}

/** The keys of a desk with these registrations. */
export const keysOf = (
  desk: HTMLElement,
  deals: readonly Deal[],
  chosen: string | undefined,
  choose: (id: string) => void,
): DeskKeys => ({
  move(by) {
    const at = deals.findIndex(({ id }) => id === chosen)
    const to = at < 0 ? deals[0] : deals[at + by]
    if (to) choose(to.id)
  },
  approve: () => desk.querySelector<DeskDeal>('qm-desk-deal')?.begin('approve'),
  search: () => desk.querySelector<HTMLElement>('[type=search]')?.focus(),
})

const typing = 'input, textarea, select, [contenteditable], prm-combobox'

const places: Record<string, string> = { KeyJ: 'j', KeyK: 'k', KeyA: 'a', Slash: '/' }

/** The sign of a key; on a keyboard of other letters, as an Arabic one, that of its place. */
export const signOf = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string =>
  /^[ -~]+$/.test(key) ? key : (places[code] ?? key)

/** Does what a plain key asks for: j and k go on and back, a approves, / searches; typing is left alone. */
export function press(event: KeyboardEvent, desk: DeskKeys): void {
  const { ctrlKey, metaKey, altKey } = event
  const inField = event
    .composedPath()
    .some((node) => node instanceof Element && node.matches(typing))
  // In an open dialog, a click on words may take the focus out to the page.
  const isAsking = !!document.querySelector('prm-dialog[open]')
  if (inField || isAsking || ctrlKey || metaKey || altKey || event.isComposing || event.repeat)
    return
  const act: Record<string, (() => void) | undefined> = {
    j: () => desk.move(1),
    k: () => desk.move(-1),
    a: () => desk.approve(),
    '/': () => desk.search(),
  }
  const wanted = act[signOf(event)]
  if (!wanted) return
  event.preventDefault()
  wanted()
}

/** Moves the focus within the queue, which is one stop of the Tab key. */
export function step(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement
  const entries = [...list.querySelectorAll<HTMLElement>('.entry')]
  const at = entries.indexOf(event.target as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key]
  const entry = to === undefined || at < 0 ? undefined : entries[to]
  if (!entry) return
  event.preventDefault()
  for (const one of entries) one.tabIndex = one === entry ? 0 : -1
  entry.focus()
}
