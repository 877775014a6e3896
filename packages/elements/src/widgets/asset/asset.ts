import { nothing, type TemplateResult } from 'lit'
import { PrmAssetPage } from '../../assets/asset-page.ts'
import type { Loaded } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { NavigateEvent } from '../../events.ts'
import { frame } from '../../primitives/frame/frame.ts'

/**
 * @summary One asset of the vendor's content library, anywhere on a page.
 *
 * @slot loading - Shown while the asset is fetched.
 * @slot empty - Shown where the portal has no content library.
 * @slot error - Shown where the asset could not be fetched, or may not be seen.
 * @slot offline - Shown above the asset while there is no connection.
 * @slot degraded - Shown above the asset while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner goes on to the asset in the place of this one (`asset`), which is then shown; cancelable.
 * @event {LoadErrorEvent} prm-load-error - The asset could not be fetched.
 * @csspart frame - The frame of the asset.
 */
export class PrmAsset extends PrmAssetPage {
  static override properties = {
    ...PrmAssetPage.properties,
    assetId: { attribute: 'asset-id', noAccessor: true },
    assetHref: { attribute: 'asset-href', noAccessor: true },
  }

  // The page around it has the focus until somebody follows a link in it.
  #mayFocus = false

  /** Focuses the heading, where the asset came in the place of another one. */
  override readonly focusHeading = (): void => {
    if (this.#mayFocus) this.renderRoot.querySelector<HTMLElement>('#heading')?.focus()
  }

  /** The asset to show. */
  get assetId(): string | undefined {
    return this.recordId
  }

  set assetId(id: string | undefined) {
    this.recordId = id || undefined
  }

  /** The address of an asset on this site, with `{id}`; makes links that can be copied. */
  get assetHref(): string | undefined {
    return this.recordHref
  }

  set assetHref(href: string | undefined) {
    this.recordHref = href
  }

  /** Shows another asset in the place of this one. */
  override open(id: string): void {
    if (!this.emit(new NavigateEvent({ resource: 'asset', id }))) return
    this.#mayFocus = true
    this.recordId = id
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<Loaded> {
    const discovery = await client.discovery.get({}, { signal })
    return this.isOffered('assets', discovery) ? super.load(client, signal) : 'empty'
  }

  override render(): TemplateResult {
    return frame(this as never, () => (this.record ? this.page(this.record) : nothing))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-asset': PrmAsset
  }
}
