import type { Deal } from '@prmkit/contract'
import type { Client } from './portal.ts'

/** What a view does when registrations change elsewhere. */
export interface LiveOwner {
  /** One changed; this is how it is now. */
  changed(deal: Deal): void
  /** Anything may have changed. */
  stale(): unknown
}

// More at once than this is fetched as a list.
const most = 5

/** Follows the backend's events and fetches what they name, until the signal. */
export const followChanges = (...given: ConstructorParameters<typeof Follower>): Follower =>
  new Follower(...given)

class Follower {
  readonly #waiting = new Set<string>()
  readonly #client: Client
  readonly #signal: AbortSignal
  readonly #owner: LiveOwner
  #stale = false
  #busy = false

  constructor(client: Client, signal: AbortSignal, owner: LiveOwner) {
    this.#client = client
    this.#signal = signal
    this.#owner = owner
    const stop = client.events.subscribe((event) => {
      if (!('resourceId' in event)) this.#stale = true
      else if (event.resource === 'deals') this.#waiting.add(event.resourceId)
      void this.#work()
    })
    signal.addEventListener('abort', stop)
  }

  async #work() {
    if (this.#busy) return
    this.#busy = true
    while ((this.#stale || this.#waiting.size) && !this.#signal.aborted) {
      const ids = [...this.#waiting]
      const stale = this.#stale || ids.length > most
      this.#waiting.clear()
      this.#stale = false
      if (stale) await this.#owner.stale()
      else await Promise.all(ids.map((id) => this.#fetch(id)))
    }
    this.#busy = false
  }

  async #fetch(id: string) {
    try {
      const deal = await this.#client.deals.get({ params: { id } }, { signal: this.#signal })
      this.#owner.changed(deal)
    } catch {
      // Deleted, or no longer this reader's to see: the list knows.
      if (!this.#signal.aborted) await this.#owner.stale()
    }
  }
}
