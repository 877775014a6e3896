import { html, nothing, type TemplateResult } from 'lit'
import type { Asset, Folder } from '@prmkit/contract'
import { loadLate } from '../../base/load-late.ts'
import type { Loaded } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { NavigateEvent } from '../../events.ts'
import { ListElement } from '../../list/list-element.ts'
import { wholeView } from '../../list/list-view.ts'
import { catalog, type ContentLibraryMessages } from '../../locales/content-library/catalog.ts'
import type { AssetBundle } from './asset-bundle.ts'
import { assetDefinition } from './asset-definition.ts'
import { styles } from './content-library.styles.ts'

/**
 * @summary The vendor's content for the partner's sales: found, looked at, taken and shared.
 *
 * @slot loading - Shown while the library is fetched.
 * @slot empty - Shown where there are no assets.
 * @slot error - Shown where the library could not be fetched.
 * @slot offline - Shown above the list while there is no connection.
 * @slot degraded - Shown above the list while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner opens an asset (`asset`) or a folder (`folder`), or goes back (an empty id); cancelable.
 * @event {LoadErrorEvent} prm-load-error - The library could not be fetched.
 * @csspart frame - The card.
 * @csspart tools - Search, filters, sort and folders.
 * @csspart rows - The list.
 * @csspart row - One asset.
 * @csspart more - The button that loads more.
 */
export class PrmContentLibrary extends ListElement<Asset, ContentLibraryMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...ListElement.properties,
    assetId: { attribute: 'asset-id', reflect: true },
    assetHref: { attribute: 'asset-href' },
    folderId: { attribute: 'folder-id', reflect: true },
    folderHref: { attribute: 'folder-href' },
    layout: { reflect: true },
  }

  /** Shows this asset in full instead of the list. */
  declare assetId: string | undefined
  /** The address of an asset on this site, with `{id}`; makes links that can be copied. */
  declare assetHref: string | undefined
  /** Shows the assets in this folder and below it. */
  declare folderId: string | undefined
  /** The address of a folder on this site, with `{id}`. */
  declare folderHref: string | undefined
  /** The look of the list: `list`, or `grid` with larger images. */
  declare layout: 'list' | 'grid' | undefined

  /** The folders with something for the reader. */
  folders: readonly Folder[] = []
  /** The instant since which content is new to the reader, once known. */
  since: string | undefined
  /** The assets that are chosen for one zip file or link, by their ids. */
  readonly chosen = new Map<string, Asset>()
  #bundle: AssetBundle | undefined

  protected override readonly definition = assetDefinition(this)

  protected override get recordId(): string | undefined {
    return this.assetId
  }

  protected override set recordId(id: string | undefined) {
    this.assetId = id
  }

  protected override get recordHref(): string | undefined {
    return this.assetHref
  }

  /** Opens a folder, or with an empty id the whole library; filters of the place before are gone. */
  readonly openFolder = (id: string): void => {
    if (!this.emit(new NavigateEvent({ resource: 'folder', id }))) return
    this.folderId = id || undefined
    this.redraw('#place', '#search')
  }

  /** Keeps an asset among the reader’s favourites, or no longer. */
  async favour({ id, mine }: Asset): Promise<void> {
    const { assets } = this.client ?? {}
    const input = { params: { id } }
    try {
      const now = await (mine.favourite ? assets?.unfavourite(input) : assets?.favourite(input))
      if (now) this.list.replace(now)
      this.requestUpdate()
    } catch (error) {
      this.degrade(error)
    }
  }

  /** Chooses an asset for one zip file or link, or no longer; the code comes with the first one. */
  async choose(asset: Asset, isChosen: boolean): Promise<void> {
    if (isChosen) this.chosen.set(asset.id, asset)
    else this.chosen.delete(asset.id)
    this.requestUpdate()
    try {
      const { AssetBundle } = await loadLate(this, () => import('./asset-bundle.ts'))
      this.#bundle ??= new AssetBundle(this as never)
      this.requestUpdate()
    } catch (error) {
      this.degrade(error)
    }
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<Loaded> {
    const quiet = (error: unknown) => ({ error })
    if (!this.isOffered('assets', await client.discovery.get({}, { signal }))) return 'empty'
    const [visit, tree] = await Promise.all([
      client.assets.visit({}, { signal }).catch(quiet),
      client.folders.list({}, { signal }).catch(quiet),
    ])
    // Where the visit could not be told, everything counts as new.
    this.since = 'error' in visit ? undefined : visit.since
    if ('items' in tree) this.folders = tree.items
    const loaded = await super.load(client, signal)
    return loaded === 'ready' && 'error' in tree && tree.error instanceof Error
      ? tree.error
      : loaded
  }

  protected override clear(): void {
    super.clear()
    this.#bundle?.stop()
    this.#bundle = this.since = undefined
    this.folders = []
    this.chosen.clear()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed)
    if (this.loaded && changed.has('folderId') && this.hasUpdated)
      this.narrow({ ...wholeView(this.definition), sort: this.list.view.sort })
  }

  override render(): TemplateResult {
    const bar = this.assetId || this.state === 'empty' ? nothing : this.#bundle?.render()
    return html`${super.render()}${bar ?? nothing}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-content-library': PrmContentLibrary
  }
}
