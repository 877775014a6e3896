import { LitElement } from 'lit'
import type { Client } from '@prmkit/client'
import type { PrmPortal } from '@prmkit/elements/portal'
import type { Choice } from '../boards/requests.ts'
import { Patience } from '../desk/patience.ts'
import { troubleOf, type Trouble } from '../desk/trouble.ts'

/** A part of the desk that fetches, follows what changes, and tells what failed. */
export abstract class DeskPart extends LitElement {
  static override properties = {
    trouble: { state: true },
    done: { state: true },
    busy: { state: true },
  }

  declare trouble: Trouble | undefined
  /** The last thing that was done. */
  declare done: string | undefined
  declare busy: boolean
  #client: Client | undefined
  #patience: Patience | undefined
  #leave: (() => void) | undefined

  /** Resources whose changes are shown at once. */
  protected abstract readonly follows: readonly string[]

  /** Fetches what is shown. */
  protected abstract fetch(client: Client): Promise<void>

  // The desk is part of the site: its styles are the site's.
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#patience = new Patience(() => void this.load())
    void this.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#patience?.end()
    this.#leave?.()
    this.#client = undefined
  }

  protected async connect(): Promise<Client> {
    if (this.#client) return this.#client
    const around = this.closest<PrmPortal>('prm-portal')!
    // Its attributes are read in its first update.
    await around.updateComplete
    const client = await around.portal.client
    this.#leave?.()
    this.#leave = client.events.subscribe((event) => {
      if (!('resource' in event) || this.follows.includes(event.resource ?? '')) void this.load()
    })
    return (this.#client = client)
  }

  protected readonly load = async (): Promise<void> => {
    try {
      await this.fetch(await this.connect())
      this.trouble = undefined
      this.#patience?.rest()
    } catch (error) {
      this.trouble = troubleOf(error)
      if (this.trouble.passing) this.#patience?.wait()
    }
  }

  /** Does what somebody asked for; tells whether it was done. */
  protected async attempt(deed: (client: Client) => Promise<string>): Promise<boolean> {
    if (this.busy) return false
    Object.assign(this, { busy: true, done: undefined, trouble: undefined })
    try {
      this.done = await deed(await this.connect())
      await this.load()
      return true
    } catch (error) {
      this.trouble = troubleOf(error)
      return false
    } finally {
      this.busy = false
    }
  }

  /** Puts the focus where a change has taken it from. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete
    this.querySelector<HTMLElement>(selector)?.focus()
  }

  /** Finds partners by a part of their name. */
  protected readonly searchPartners = async (
    search: string,
    signal: AbortSignal,
  ): Promise<readonly Choice[]> => {
    const client = await this.connect()
    const query = { limit: 20, ...(search && { search }) }
    const { items } = await client.partners.list({ query }, { signal })
    return items.map(({ id, name }) => ({ value: id, label: name }))
  }
}
