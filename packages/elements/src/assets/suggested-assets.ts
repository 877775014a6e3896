import { css, html, nothing, type TemplateResult } from 'lit'
import type { Asset, Me } from '@prmkit/contract'
import { formatSize } from '../base/values/format.ts'
import type { Translate } from '../base/localize.ts'
import type { Client } from '../base/portal.ts'
import { safeAddress } from '../base/safe-address.ts'
import type { SuggestedAssetsMessages } from '../locales/suggested-assets/catalog.ts'
import { icon } from '../primitives/icon/icon.ts'
import { download } from '../primitives/icon/list-icons.ts'
import { recordLink } from '../primitives/record-link/record-link.ts'
import { hasOpenTerms } from './asset-scene.ts'
import { typeText } from './asset-types.ts'

export { catalog } from '../locales/suggested-assets/catalog.ts'

/** The look of the assets that fit a record. */
export const styles = css`
  .side section:has(> .suggested) {
    margin-block-start: calc(var(--_space) * 7);
  }

  .suggested {
    list-style: none;
  }

  .suggested li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
  }

  .suggested p {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .suggested .text {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent-text);
    font: inherit;
  }
`

/** The page of the record, as the assets beside it see it. */
interface SuggestionScene {
  readonly t: Translate<SuggestedAssetsMessages>
  readonly locale: string
  readonly client: Client | undefined
  readonly me: Me | undefined
  /** The address of an asset on the host’s site, with `{id}`. */
  readonly assetHref: string | undefined
  openAsset(id: string): void
  attempt(work: () => Promise<unknown>): Promise<void>
  requestUpdate(): void
}

/** As many assets as are shown at most. */
const most = 6

/** The assets about a product of a registration, for its stage or for every one. */
export class SuggestedAssets {
  readonly #scene: SuggestionScene
  #items: readonly Asset[] = []
  #about = ''

  constructor(scene: SuggestionScene) {
    this.#scene = scene
  }

  /** Fetches the assets where they may be others; `about` names everything that they depend on. */
  async load(dealId: string, about: string): Promise<void> {
    const { client } = this.#scene
    if (!client || about === this.#about) return
    this.#about = about
    this.#items = []
    try {
      const { items } = await client.assets.list({ query: { dealId, limit: most } })
      if (about === this.#about) this.#items = items
    } catch {
      // They are an offer: the record is whole without them, and its next change asks again.
      if (about === this.#about) this.#about = ''
    }
    this.#scene.requestUpdate()
  }

  /** The part of the page; nothing where no asset fits. */
  render(): TemplateResult | typeof nothing {
    const { t } = this.#scene
    if (!this.#items.length) return nothing
    return html`<section aria-labelledby="suggested">
      <h3 id="suggested">${t('suggested')}</h3>
      <ul class="suggested">
        ${this.#items.map((asset) => this.#row(asset))}
      </ul>
    </section>`
  }

  #row(asset: Asset) {
    const { t, locale, me, assetHref } = this.#scene
    const { id, title, language, size, allowedActions } = asset
    const label = html`<bdi lang=${language}>${title}</bdi>`
    const mayTake = allowedActions.includes('download') && !hasOpenTerms(asset, me)
    return html`<li>
      <p>
        ${
          assetHref
            ? recordLink({
                ...{ id, href: assetHref, label, look: 'text' },
                open: (id) => this.#scene.openAsset(id),
              })
            : label
        }<br /><span class="small muted"
          >${typeText(t, asset)}${size ? html` · ${formatSize(locale, size)}` : nothing}</span
        >
      </p>
      ${
        mayTake
          ? html`<button
              class="button quiet square"
              type="button"
              aria-label=${t('takeNamed', { name: title })}
              @click=${() => this.#take(asset)}
            >
              ${icon(download)}
            </button>`
          : nothing
      }
    </li>`
  }

  /** Hands out the file; it is served as an attachment, so the page stays. */
  async #take({ id, language }: Asset) {
    const { client } = this.#scene
    await this.#scene.attempt(async () => {
      const taken = await client?.assets.download({ params: { id }, body: { language } })
      const address = safeAddress(taken?.url)
      if (address) location.assign(address)
    })
  }
}
