import { preload } from '../../base/preload.ts'
import type { Guard, Guarded } from './guard.ts'

/** The guard of a portal, whose code is loaded a while after the portal is there. */
export interface LateGuard {
  /** Loads the guard; rejects where its code cannot be loaded. */
  load(): Promise<Guard>
  /** Gives the guard something to do: at once where it is loaded. */
  use(work: (guard: Guard) => unknown): void
}

/** Gets the guard ready for when it is needed, or the portal lets its client go. */
export function lateGuard(guarded: Guarded): LateGuard {
  const { signal } = guarded
  let guard: Guard | undefined
  const load = async () => {
    const { Guard } = await import('./late-portal.ts')
    signal.throwIfAborted()
    return (guard ??= new Guard(guarded))
  }
  preload(load, signal)
  return {
    load,
    use(work) {
      if (guard) work(guard)
      else load().then(work, () => {})
    },
  }
}
