import type { Services } from '../../services.ts'
import { announce, type Doer } from '../shared/journal.ts'
import { reviewTiers } from '../tiers/review.ts'
import { boardResource } from './resource.ts'

/** Milliseconds between two events of one board. */
const pause = 1000

/** Milliseconds after which boards are looked at again that could not be told of yet. */
const again = 100

/** Partners whose tiers are looked at in one transaction. */
const partnersAtOnce = 200

/** Tells readers of new points. */
export interface BoardPulses {
  /** Tells of what is new, at most once a second and board or partner. */
  flush(): Promise<void>
  close(): void
}

/**
 * Follows the store: whenever something was written, boards with new points are told of once, and so is
 * the progress of their partners, whose tiers are looked at. Each process of the server does so; one of them
 * tells.
 */
export function followBoards(services: Services): BoardPulses {
  const { store, clock, log } = services
  let lastAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let isClosed = false

  async function tell(): Promise<void> {
    const more = await store.write(async (tables) => {
      const doer: Doer = { tables, now: services.now(), requestId: 'clock' }
      const pulses = await tables.boards.takePulses(doer.now, partnersAtOnce)
      for (const id of pulses.boardIds) {
        const board = await tables.boards.get(id)
        const type = boardResource.events.changed
        if (board) await announce(boardResource, tables, board, type, doer.now)
      }
      await reviewTiers(doer, pulses.partnerIds)
      return pulses.more
    })
    if (more) schedule(again)
  }

  function flush(): Promise<void> {
    lastAt = clock()
    running ??= tell()
      .catch((error: unknown) => log.warn({ error: String(error) }, 'boards were not told of'))
      .finally(() => (running = undefined))
    return running
  }

  function schedule(delay: number): void {
    if (isClosed || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      void flush()
    }, delay)
    if (typeof timer === 'object' && 'unref' in timer) (timer as { unref(): void }).unref()
  }

  const wake = () => schedule(Math.max(0, Math.min(pause, lastAt + pause - clock())))
  const unsubscribe = store.onEvents(wake)
  return {
    flush,
    close() {
      isClosed = true
      clearTimeout(timer)
      unsubscribe()
    },
  }
}
