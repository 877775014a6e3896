import { css, nothing, type TemplateResult } from 'lit'
import type { FullAsset } from '@prmkit/contract'
import { define } from '../../base/define.ts'
import { PortalElement, type Loaded } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import type { RecordPage } from '../../base/record-owner.ts'
import { NavigateEvent } from '../../events.ts'
import { catalog } from '../../locales/common/catalog.ts'
import { buttonStyles } from '../../primitives/button/button.styles.ts'
import { frame } from '../../primitives/frame/frame.ts'
import { frameStyles } from '../../primitives/frame/frame.styles.ts'
import { host } from '../../styles/host.ts'

/**
 * @summary One asset of the vendor's content library, anywhere on a page.
 *
 * @slot loading - Shown until the code for the asset is there.
 * @slot empty - Shown where the portal has no content library.
 * @slot error - Shown where the portal’s settings could not be fetched.
 * @slot offline - Shown above the asset while there is no connection.
 * @slot degraded - Shown above the asset while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner goes on to the asset in the place of this one (`asset`), which is then shown; cancelable.
 * @event {LoadErrorEvent} prm-load-error - The asset could not be fetched.
 * @csspart frame - The frame of the asset.
 */
export class PrmAsset extends PortalElement<(typeof catalog)['en']> {
  static override catalog = catalog
  static override styles = [
    host,
    frameStyles,
    buttonStyles,
    css`
      .frame {
        padding: 0;
        border: 0;
        background: none;
      }
    `,
  ]
  static override properties = {
    ...PortalElement.properties,
    assetId: { attribute: 'asset-id', reflect: true },
    assetHref: { attribute: 'asset-href' },
  }

  /** The asset to show. */
  declare assetId: string | undefined
  /** The address of an asset on this site, with `{id}`; makes links that can be copied. */
  declare assetHref: string | undefined
  #page: RecordPage<FullAsset> | undefined

  protected override async load(client: Client, signal: AbortSignal): Promise<Loaded> {
    if (!this.isOffered('assets', await client.discovery.get({}, { signal }))) return 'empty'
    if (this.assetId) await this.#fetchPage()
    return 'ready'
  }

  /** Fetches the code of the page; without an asset there is nothing to show. */
  async #fetchPage() {
    const { PrmLoneAssetPage } = await import('../../assets/lone-asset-page.ts')
    const tag = define('prm-lone-asset-page', PrmLoneAssetPage)
    const page = (this.#page ??= document.createElement(tag) as RecordPage<FullAsset>)
    page.owner = { open: (id) => this.#open(id), gone() {}, changed() {} }
  }

  #open(id: string) {
    if (this.emit(new NavigateEvent({ resource: 'asset', id }))) this.assetId = id
  }

  protected override clear(): void {
    this.#page = undefined
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed)
    if (changed.has('assetId') && this.loaded && this.assetId && !this.#page) void this.reload()
  }

  override render(): TemplateResult {
    const { assetId: recordId, assetHref: recordHref, portal, lang } = this
    return frame(this as never, () =>
      this.#page && recordId
        ? Object.assign(this.#page, { recordId, recordHref, portal, lang })
        : nothing,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-asset': PrmAsset
  }
}
