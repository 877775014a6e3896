import { html, nothing, type TemplateResult } from 'lit'
import type { Asset, Bundle } from '@prmkit/contract'
import { formatInstant, formatSize } from '../../base/values/format.ts'
import { loadLate, type LateHost } from '../../base/load-late.ts'
import type { Translate } from '../../base/localize.ts'
import { safeAddress } from '../../base/safe-address.ts'
import type { AssetBundleMessages } from '../../locales/asset-bundle/catalog.ts'
import { icon } from '../../primitives/icon/icon.ts'
import { download } from '../../primitives/icon/list-icons.ts'
import { reason } from '../../primitives/problem/problem.ts'
import type { ContentLibraryScene } from './host.ts'
import type { ShareChosen } from './share-chosen.ts'

export { catalog } from '../../locales/asset-bundle/catalog.ts'
export { bundleStyles as styles } from './asset-bundle.styles.ts'

/** The library with the texts of this file, and the way to take every choice back. */
interface BundleScene extends Omit<ContentLibraryScene, 't' | 'chosen'>, LateHost {
  readonly t: Translate<AssetBundleMessages>
  readonly chosen: Map<string, Asset>
  readonly language: string
  readonly direction: string
  requestUpdate(): void
  degrade(error: unknown): void
}

/** Milliseconds between two questions how far a zip file is. */
const pause = 1000

/** The chosen assets and the one zip file that is made of them. */
export class AssetBundle {
  readonly #scene: BundleScene
  #bundle: Bundle | undefined
  #error: unknown
  #making: AbortController | undefined
  #sharing: ShareChosen | undefined

  constructor(scene: BundleScene) {
    this.#scene = scene
  }

  /** Stops to ask for the zip file, as after log-out. */
  stop(): void {
    this.#making?.abort()
    this.#sharing?.forget()
    this.#bundle = this.#error = this.#making = this.#sharing = undefined
  }

  /** The bar under the list; nothing while nothing is chosen. */
  render(): TemplateResult | typeof nothing {
    const { t, chosen, language, direction } = this.#scene
    if (!chosen.size) return nothing
    const due = this.#withTerms()
    const unshared = this.#assets.filter(({ allowedActions }) => !allowedActions.includes('share'))
    const mayShare =
      this.#scene.me?.partner && this.#scene.discovery?.capabilities.includes('asset-shares')
    return html`<div class="root bar" lang=${language} dir=${direction}>
      <p role="status">${this.#making ? t('making') : t('chosen', { n: chosen.size })}</p>
      ${this.#progress()} ${this.#outcome()} ${this.#named(t('termsFirst'), due)}
      ${mayShare && unshared.length < chosen.size ? this.#named(t('notShared'), unshared) : nothing}
      ${this.#sharing?.render() ?? nothing}
      <div class="actions">
        <button class="button quiet" type="button" @click=${() => this.#clear()}>
          ${t('chooseNone')}
        </button>
        ${
          mayShare
            ? html`<button
                class="button"
                type="button"
                ?disabled=${due.length + unshared.length > 0}
                @click=${() => this.#share()}
              >
                ${t('shareChosen')}
              </button>`
            : nothing
        }
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
    return html`<div class="outcome">
      <p role="status">${t('zipReady', { size: formatSize(locale, size), until })}</p>
      <button class="button" type="button" @click=${() => this.#take()}>${t('zipAgain')}</button>
    </div>`
  }

  /** The chosen assets as they are now, as far as they are still in the list. */
  get #assets(): Asset[] {
    const { list, chosen } = this.#scene
    const items = new Map(list.items.map((item) => [item.id, item]))
    return [...chosen.values()].map((one) => items.get(one.id) ?? one)
  }

  /** The chosen assets whose terms the reader has not accepted yet. */
  #withTerms(): Asset[] {
    if (!this.#scene.me?.partner) return []
    return this.#assets.filter(({ terms, mine }) => terms && terms.version !== mine.acceptedTerms)
  }

  /** A warning about some of the chosen assets, with the way to each. */
  #named(text: string, assets: readonly Asset[]) {
    if (!assets.length) return nothing
    return html`<p class="note warning">
      ${text}
      ${assets.map(
        ({ id, title }) =>
          html`<button class="text" type="button" @click=${() => this.#scene.open(id)}>
            <bdi>${title}</bdi>
          </button> `,
      )}
    </p>`
  }

  /** Asks for the facts of one link to all chosen assets. */
  async #share() {
    try {
      const { ShareChosen } = await loadLate(this.#scene, () => import('./share-chosen.ts'))
      this.#sharing ??= new ShareChosen(this.#scene as never)
      this.#sharing.open(this.#assets)
    } catch (error) {
      this.#scene.degrade(error)
    }
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
      const body = { assetIds: [...chosen.keys()] }
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
