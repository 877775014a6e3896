import { html, nothing, type TemplateResult } from 'lit'
import type { Asset, AssetPreview, FullAsset } from '@prmkit/contract'
import { loadLate } from '../base/load-late.ts'
import type { Client } from '../base/portal.ts'
import { safeAddress } from '../base/safe-address.ts'
import { catalog, type AssetMessages } from '../locales/asset/catalog.ts'
import { RecordElement, type RecordDefinition } from '../record/record-element.ts'
import { recordPage } from '../record/record-page.ts'
import { assetNotes, isOver } from './asset-notes.ts'
import { styles } from './asset-page.styles.ts'
import { assetPreview } from './asset-preview.ts'
import { assetRail } from './asset-rail.ts'
import type { AssetOperations, AssetScene } from './asset-scene.ts'
import type { AssetShares } from './asset-shares.ts'
import type { AssetTemplate } from './asset-template.ts'
import { assetVersions } from './asset-versions.ts'

/** One asset in full: looked at, taken and shared. */
export class PrmAssetPage extends RecordElement<FullAsset, AssetOperations, AssetMessages> {
  static override catalog = catalog
  static override styles = styles

  /** The language that the reader chose; without it the asset speaks theirs, if it can. */
  chosen: string | undefined
  preview: AssetPreview | undefined
  #words = ''
  #looked = ''
  #early: Promise<AssetPreview | undefined> | undefined
  #viewed = ''
  #shares: AssetShares | undefined
  #template: AssetTemplate | undefined
  #soon: ReturnType<typeof setTimeout> | undefined

  override readonly definition: RecordDefinition<FullAsset, AssetOperations> = {
    resource: 'assets',
    operations: (client) => this.#operations(client),
  }

  /** The words that the reader searches for in the pages. */
  get words(): string {
    return this.#words
  }

  set words(words: string) {
    this.#words = words
    this.requestUpdate()
  }

  /** The words by which the list around this page was searched. */
  get #search(): string | undefined {
    const { host } = this.getRootNode() as unknown as {
      host?: { list?: { view: { search: string } } }
    }
    return host?.list?.view.search.trim().slice(0, 200)
  }

  /** This page as its parts see it. */
  get #scene() {
    return this as unknown as AssetScene
  }

  #operations({ assets }: Client): AssetOperations {
    const { chosen: language } = this
    const get = ({ params }: { params: { id: string } }, options?: object) => {
      const input = { params, query: language ? { language } : {} }
      // Both answers are waited for at once; of an asset that is over there is no look.
      this.#early = this.#looked ? undefined : assets.preview(input, options).catch(() => undefined)
      return assets.get(input, options)
    }
    return { ...assets, get } as AssetOperations
  }

  /** Shows the asset in another language. */
  async read(language: string): Promise<void> {
    this.chosen = language
    await this.refresh()
  }

  /** Fetches the look anew, where its addresses no longer work. */
  async renew(): Promise<void> {
    if (!this.preview || Date.parse(this.preview.expiresAt) > Date.now()) return
    this.#looked = ''
    await this.loadBeside()
  }

  /** Hands out the file; it is served as an attachment, so the page stays. */
  async download(version?: number): Promise<void> {
    const { record, operations } = this
    if (!record || !operations) return
    const { id, language } = record
    await this.attempt(async () => {
      const body = { language, ...(version !== undefined && { version }) }
      const { url } = await operations.download({ params: { id }, body })
      const address = safeAddress(url)
      if (!address) return
      location.assign(address)
      this.announce(this.t('downloadStarted'))
      const mine = { ...record.mine, downloadedVersion: version ?? record.version, isNew: false }
      if (this.record?.id === id) this.#merge({ ...record, mine })
    })
  }

  /** Accepts the terms, in the version that is shown. */
  async accept(): Promise<void> {
    const { record, operations } = this
    const { id, terms } = record ?? {}
    if (!id || !terms || !operations) return
    await this.attempt(async () => {
      this.#merge(
        await operations.acceptTerms({ params: { id }, body: { version: terms.version } }),
      )
      this.announce(this.t('termsAccepted'))
      const root = await this.redraw()
      root.querySelector<HTMLElement>('.actions .button')?.focus()
    })
  }

  /** Keeps the asset among the reader’s favourites, or no longer. */
  async favour(): Promise<void> {
    const { record, operations } = this
    if (!record || !operations) return
    const input = { params: { id: record.id } }
    const { favourite } = record.mine
    await this.attempt(async () =>
      this.#merge(await (favourite ? operations.unfavourite(input) : operations.favourite(input))),
    )
  }

  /** Asks for the facts of a new link. */
  async share(): Promise<void> {
    await this.attempt(async () => (await this.#sharing()).open())
  }

  /** Marks of the reader come without versions, which stay as they were. */
  #merge(asset: Asset) {
    const { record } = this
    if (record?.id === asset.id) this.took({ ...record, ...asset })
  }

  async #sharing() {
    const { AssetShares: Shares } = await loadLate(this, () => import('./asset-shares.ts'))
    return (this.#shares ??= new Shares(this as never))
  }

  /** Lets the reader fill a template; where its code does not come, the next refresh asks again. */
  async #fill() {
    const { AssetTemplate: Template } = await loadLate(this, () => import('./asset-template.ts'))
    this.#template ??= new Template(this as never)
    this.requestUpdate()
  }

  /** Fetches the look at the asset where it is another one; counts that it was opened. */
  protected override async loadBeside(signal?: AbortSignal): Promise<void> {
    const { record, operations, client, discovery } = this
    if (!record || !operations || !client) return
    const { id, language, version, status, type, mine } = record
    const isThere = !isOver(record, Date.now()) || undefined
    const held = type === 'video' && mine.acceptedTerms
    const looked = [id, language, version, status, held].join(' ')
    const isOld = looked !== this.#looked || this.preview?.reason === 'pending'
    this.#looked = looked
    const early = this.#early
    this.#early = undefined
    const look = async () =>
      (await early) ?? operations.preview({ params: { id }, query: { language } }, { signal })
    const mayShare = discovery?.capabilities.includes('asset-shares') && this.me?.partner
    const [preview] = await Promise.all([
      isOld ? isThere && look() : this.preview,
      mayShare && this.#shares?.load(signal),
    ]).catch((error: unknown) => {
      this.#looked = ''
      throw error
    })
    if (this.record?.id !== id) return
    this.preview = preview
    this.requestUpdate()
    if (preview?.zones && !this.#template) void this.#fill().catch(() => {})
    if (mayShare && !this.#shares) this.#shareSoon()
    if (`${id} ${version}` === this.#viewed) return
    this.#viewed = `${id} ${version}`
    const search = this.#search
    const body = { language, ...(search && { search }) }
    // An asset is of use also where nobody counts its readers.
    await operations.view({ params: { id }, body }).catch(() => {})
  }

  /** Shows the links once the asset is seen; where they fail, the next refresh asks again. */
  #shareSoon(): void {
    clearTimeout(this.#soon)
    this.#soon = setTimeout(async () => {
      const shares = await this.#sharing().catch(() => undefined)
      await shares?.load().catch(() => {})
      this.requestUpdate()
    }, 500)
  }

  protected override empty(): void {
    super.empty()
    clearTimeout(this.#soon)
    this.preview = this.chosen = this.#shares = this.#template = this.#early = undefined
    this.#words = this.#looked = this.#viewed = ''
  }

  protected override page(asset: FullAsset): TemplateResult {
    const { folderTitle, title, description, language } = asset
    const scene = this.#scene
    return html`${recordPage({
      over: folderTitle && html`<bdi>${folderTitle}</bdi>`,
      name: html`<bdi lang=${language}>${title}</bdi>`,
      under: description && html`<bdi lang=${language}>${description}</bdi>`,
      rail: assetRail(scene, asset),
      main: [
        assetNotes(scene, asset),
        this.#template?.render(asset),
        assetPreview(scene, asset),
        assetVersions(scene, asset),
      ],
      messages: this.#shares?.render(),
    })}${this.#shares?.dialog(asset) ?? nothing}${this.#template?.dialog(asset) ?? nothing}`
  }
}
