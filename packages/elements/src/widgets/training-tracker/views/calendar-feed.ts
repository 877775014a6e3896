import type { TrainingFeed } from '@prmkit/contract'
import { html, nothing, type TemplateResult } from 'lit'
import { formatInstant } from '../../../base/values/format.ts'
import type { Translate } from '../../../base/localize.ts'
import { safeAddress } from '../../../base/safe-address.ts'
import type { messages } from '../../../locales/training-tools/en.ts'
import type { TrainingPartScene } from '../../../training/training-scene.ts'

/** The reader’s address for calendar programs: made, replaced and ended by them alone. */
export class CalendarFeed {
  readonly #host: TrainingPartScene
  #feed: TrainingFeed | undefined
  #isAsked = false

  constructor(host: TrainingPartScene) {
    this.#host = host
  }

  /** Its section; nothing until it is known whether there is an address, and where the backend has none. */
  section(): TemplateResult | typeof nothing {
    void this.#ask()
    const { t } = this
    if (!this.#feed) return nothing
    const { createdAt, url } = this.#feed
    const date = createdAt && formatInstant(this.#host.locale, createdAt, { dateStyle: 'medium' })
    return html`<section aria-labelledby="feed">
      <h3 id="feed">${t('feed')}</h3>
      <p class="muted">${t('feedHint')}</p>
      ${url ? this.#address(url) : date ? html`<p>${t('feedSince', { date })}</p>` : nothing}
      <p class="taking">
        <button class="button small" type="button" id="feed-make" @click=${() => this.#make()}>
          ${t(createdAt ? 'feedAgain' : 'feedMake')}
        </button>
        ${
          createdAt
            ? html`<button
                class="button small"
                type="button"
                id="feed-end"
                @click=${() => this.#end()}
              >
                ${t('feedEnd')}
              </button>`
            : nothing
        }
      </p>
    </section>`
  }

  /** The texts of this file, which its host has once it is loaded. */
  get t() {
    return this.#host.t as unknown as Translate<typeof messages>
  }

  #address(url: string): TemplateResult | typeof nothing {
    const { t } = this
    const address = safeAddress(url)
    if (!address) return nothing
    return html`<label class="shown">
        <span>${t('feedAddress')}</span>
        <input
          class="control"
          id="feed-address"
          readonly
          dir="ltr"
          .value=${address}
          aria-describedby="feed-once"
          @focus=${({ target }: Event) => (target as HTMLInputElement).select()}
        />
      </label>
      <p class="small muted" id="feed-once">${t('feedOnce')}</p>
      <p>
        <button class="text" type="button" @click=${() => this.#copy(address)}>
          ${t('feedCopy')}
        </button>
      </p>`
  }

  async #ask(): Promise<void> {
    const { client } = this.#host
    if (this.#isAsked || !client) return
    this.#isAsked = true
    this.#take(await client.trainingFeed.get().catch(() => undefined))
  }

  #take(feed: TrainingFeed | undefined): void {
    this.#feed = feed
    this.#host.requestUpdate()
  }

  #make(): Promise<void> {
    return this.#host.attempt(async () => {
      const feed = await this.#host.client?.trainingFeed.create()
      if (!feed?.url) throw new Error('The answer holds no address.')
      this.#take(feed)
      await this.#host.updateComplete
      this.#host.renderRoot.querySelector<HTMLElement>('#feed-address')?.focus()
      this.#host.announce(this.t('feedMade'))
    })
  }

  #end(): Promise<void> {
    return this.#host.attempt(async () => {
      await this.#host.client?.trainingFeed.remove()
      this.#take({})
      await this.#host.updateComplete
      this.#host.renderRoot.querySelector<HTMLElement>('#feed-make')?.focus()
      this.#host.announce(this.t('feedEnded'))
    })
  }

  async #copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address)
      this.#host.announce(this.t('feedCopied'))
    } catch {
      // Not allowed here, or no https: the address stays in its field, selected.
      this.#host.renderRoot.querySelector<HTMLElement>('#feed-address')?.focus()
    }
  }
}
