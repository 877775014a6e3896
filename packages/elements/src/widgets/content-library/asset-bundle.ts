import { html, nothing, type TemplateResult } from 'lit'
import type { Asset, Bundle } from '@prmkit/contract'
import { formatInstant, formatSize } from '../../base/format.ts'
import type { Translate } from '../../base/localize.ts'
import { safeAddress } from '../../base/safe-address.ts'
import type { AssetBundleMessages } from '../../locales/asset-bundle/catalog.ts'
import { icon } from '../../primitives/icon/icon.ts'
import { download } from '../../primitives/icon/list-icons.ts'
import { reason } from '../../primitives/problem/problem.ts'
import type { ContentLibraryScene } from './host.ts'

export { catalog } from '../../locales/asset-bundle/catalog.ts'
export { bundleStyles as styles } from './asset-bundle.styles.ts'

/** The library with the texts of this file, and the way to take every choice back. */
interface BundleScene extends Omit<ContentLibraryScene, 't' | 'chosen'> {
  readonly t: Translate<AssetBundleMessages>
  readonly chosen: Set<string>
  readonly language: string
  readonly direction: string
  requestUpdate(): void
}

/** Milliseconds between two questions how far a zip file is. */
const pause = 1000

/** The chosen assets and the one zip file that is made of them. */
export class AssetBundle {
  readonly #scene: BundleScene
  #bundle: Bundle | undefined
  #error: unknown
  #making: AbortController | undefined

  constructor(scene: BundleScene) {
    this.#scene = scene
  }

  /** Stops to ask for the zip file, as after log-out. */
  stop(): void {
    this.#making?.abort()
    this.#bundle = this.#error = this.#making = undefined
  }

  /** The bar under the list; nothing while nothing is chosen. */
  render(): TemplateResult | typeof nothing {
    const { t, chosen, language, direction } = this.#scene
    if (!chosen.size) return nothing
    const due = this.#withTerms()
    return html`<div class="root bar" lang=${language} dir=${direction}>
      <p role="status">${this.#making ? t('making') : t('chosen', { n: chosen.size })}</p>
      ${this.#progress()} ${this.#outcome()}
      ${
        due.length
          ? html`<p class="note warning">
              ${t('termsFirst')}
              ${due.map(
                ({ id, title }) =>
                  html`<button class="text" type="button" @click=${() => this.#scene.open(id)}>
                    <bdi>${title}</bdi>
                  </button> `,
              )}
            </p>`
          : nothing
      }
      <div class="actions">
        <button class="button quiet" type="button" @click=${() => this.#clear()}>
          ${t('chooseNone')}
        </button>
        <button
          class="button primary"
          type="button"
          aria-busy=${!!this.#making}
          ?disabled=${due.length > 0}
          @click=${() => this.#make()}
        >
          ${icon(download)}${t('zip')}
        </button>
      </div>
    </div>`
  }

  #progress() {
    const { t } = this.#scene
    const { files = 0, done = 0 } = this.#bundle ?? {}
    if (!this.#making || !files) return nothing
    return html`<progress aria-label=${t('zip')} max=${files} value=${done}></progress>
      <p class="small muted">${t('packed', { done, files })}</p>`
  }

  #outcome() {
    const { t, locale } = this.#scene
    if (this.#error !== undefined)
      return html`<p class="note error" role="alert">
        ${t('zipFailed')} ${reason(t as never, this.#error)}
      </p>`
    const { status, problem, size = 0, expiresAt = '' } = this.#bundle ?? {}
    if (status === 'failed')
      return html`<p class="note error" role="alert">${t('zipFailed')} ${problem}</p>`
    if (status === 'expired') return html`<p class="note warning" role="alert">${t('zipOver')}</p>`
    if (status !== 'ready') return nothing
    const until = formatInstant(locale, expiresAt)
    return html`<p role="status">${t('zipReady', { size: formatSize(locale, size), until })}</p>
      <button class="button" type="button" @click=${() => this.#take()}>${t('zipAgain')}</button>`
  }

  /** The chosen assets whose terms the reader has not accepted yet. */
  #withTerms(): Asset[] {
    const { list, chosen, me } = this.#scene
    if (!me?.partner) return []
    return list.items.filter(
      ({ id, terms, mine }) => chosen.has(id) && terms && terms.version !== mine.acceptedTerms,
    )
  }

  #clear() {
    this.stop()
    this.#scene.chosen.clear()
    this.#scene.requestUpdate()
  }

  /** Asks for the zip file, waits until it is there, and hands it out. */
  async #make() {
    const { client, chosen } = this.#scene
    if (!client || this.#making) return
    const { signal } = (this.#making = new AbortController())
    this.#bundle = this.#error = undefined
    this.#scene.requestUpdate()
    try {
      const body = { assetIds: [...chosen] }
      let bundle = await client.bundles.create({ body }, { signal })
      for (;;) {
        if (signal.aborted) return
        this.#bundle = bundle
        this.#scene.requestUpdate()
        if (bundle.status !== 'preparing') break
        await new Promise((done) => setTimeout(done, pause))
        if (!signal.aborted)
          bundle = await client.bundles.get({ params: { id: bundle.id } }, { signal })
      }
      this.#handOut()
    } catch (error) {
      if (signal.aborted) return
      this.#error = error
    }
    this.#making = undefined
    this.#scene.requestUpdate()
  }

  /** Hands the zip file out once more, under a new address. */
  async #take() {
    const { client } = this.#scene
    const id = this.#bundle?.id
    if (!client || !id) return
    try {
      this.#bundle = await client.bundles.get({ params: { id } })
      this.#handOut()
    } catch (error) {
      this.#error = error
    }
    this.#scene.requestUpdate()
  }

  /** The file is served as an attachment, so the page stays. */
  #handOut() {
    const address = safeAddress(this.#bundle?.download?.url)
    if (address) location.assign(address)
  }
}
