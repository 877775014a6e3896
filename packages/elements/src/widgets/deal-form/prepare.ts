import type { Portal } from '../../base/portal.ts'
import type { DealFormHost } from './host.ts'

export type Later = typeof import('./later.ts')

/** The element that loads the code after the first key. */
export interface LaterOwner extends DealFormHost {
  readonly portal: Portal | undefined
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
    later.dress(owner.renderRoot as ShadowRoot)
    owner.later = later
    owner.requestUpdate()
    return later
  } catch (error) {
    owner.fail(error)
    return undefined
  }
}

/** Loads the code after the first key with its texts. */
export async function fetchLater(owner: LaterOwner): Promise<Later> {
  const later = await import('./later.ts')
  if (!owner.later) await later.translate(owner)
  return later
}
