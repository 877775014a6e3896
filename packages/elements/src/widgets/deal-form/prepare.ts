import { loadLate, type LateHost } from '../../base/load-late.ts'
import type { DealFormHost } from './host.ts'

export type Later = typeof import('./later.ts')
type Help = typeof import('./help.ts')

/** The element that loads the code after the first key. */
export interface LaterOwner extends DealFormHost, LateHost {
  later: Later | undefined
  fail(error: unknown): void
}

/** Loads the code after the first key, and opens the draft; nothing where that failed. */
export async function prepare(owner: LaterOwner): Promise<Later | undefined> {
  const { registration } = owner
  if (!registration) return undefined
  try {
    const later = await fetchLater(owner)
    await later.openDraft(registration)
    owner.later = later
    owner.requestUpdate()
    withHelp((help) => help.help(owner, registration))
    return later
  } catch (error) {
    owner.fail(error)
    return undefined
  }
}

/** Loads the code after the first key with its texts and styles. */
export const fetchLater = (owner: LaterOwner): Promise<Later> =>
  loadLate(owner, () => import('./later.ts'))

/** Loads the code that shortens the way through the form; without it the way is longer. */
export const withHelp = (use: (help: Help) => unknown): void =>
  void import('./help.ts').then(use).catch(() => {})
