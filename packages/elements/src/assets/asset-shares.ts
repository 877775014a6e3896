import { html, nothing, type TemplateResult } from 'lit'
import type { FullAsset, Share } from '@prmkit/contract'
import { formatDay } from '../base/values/format-day.ts'
import { formatInstant } from '../base/values/format.ts'
import type { Translate } from '../base/localize.ts'
import type { AssetSharesMessages } from '../locales/asset-shares/catalog.ts'
import { badge } from '../primitives/badge/badge.ts'
import { ActionDialogs } from '../record/action-dialogs.ts'
import type { AssetScene } from './asset-scene.ts'
import { copyShare, shareAction, shareContext } from './share-action.ts'

export { catalog } from '../locales/asset-shares/catalog.ts'
export { styles } from './asset-shares.styles.ts'

/** The page of an asset with the texts of this file. */
interface SharesScene extends Omit<AssetScene, 't'> {
  readonly t: Translate<AssetSharesMessages>
}

/** The links to an asset that the reader’s company gave away, and the dialog for a new one. */
export class AssetShares {
  readonly #scene: SharesScene
  readonly #dialogs: ActionDialogs<FullAsset>
  #shares: readonly Share[] = []

  constructor(scene: SharesScene) {
    this.#scene = scene
    this.#dialogs = new ActionDialogs<FullAsset>(scene as never)
  }

  /** Fetches the newest fifty links to the asset. */
  async load(signal?: AbortSignal): Promise<void> {
    const { client, record } = this.#scene
    if (!client || !record) return
    const query = { assetId: record.id, limit: 50 }
    const { items } = await client.shares.list({ query }, { signal })
    if (this.#scene.record?.id === record.id) this.#shares = items
  }

  /** Asks for the facts of a new link. */
  open(): void {
    const { client, discovery, record, t, locale } = this.#scene
    if (!client || !discovery || !record) return
    const scene = { t, locale, client, discovery }
    const action = shareAction(scene, [record], async () => this.#scene.record ?? record)
    this.#dialogs.open(action, record, shareContext(scene))
  }

  /** The dialog, while it is open. */
  dialog(asset: FullAsset): TemplateResult | typeof nothing {
    return this.#dialogs.render(asset)
  }

  async #copy(share: Share) {
    // Where it cannot be copied, the address itself can be copied by hand.
    this.#scene.announce((await copyShare(share)) ? this.#scene.t('copied') : share.url)
  }

  /** The links that there are. */
  render(): TemplateResult | undefined {
    const { t } = this.#scene
    if (!this.#shares.length) return undefined
    return html`<section aria-labelledby="shares">
      <h3 id="shares">${t('shares')}</h3>
      <ul class="shares">
        ${this.#shares.map((share) => this.#row(share))}
      </ul>
    </section>`
  }

  #row(share: Share) {
    const { t, locale } = this.#scene
    const { status, label, expiresAt, views, maxViews, lastViewedAt, allowedActions } = share
    const isActive = status === 'active'
    const until = formatDay(locale, expiresAt, this.#scene.discovery?.timeZone)
    const button = (text: string, press: () => unknown) =>
      html`<button class="button" type="button" @click=${press}>${text}</button>`
    return html`<li class="share">
      <p>
        <strong><bdi>${label}</bdi></strong>
        ${badge(isActive ? 'success' : 'neutral', this.#state(share))}
      </p>
      <p class="small muted">
        ${t('linkUntil', { date: until })} ·
        ${maxViews ? t('viewsOf', { n: views, most: maxViews }) : t('viewCount', { n: views })}
        ${lastViewedAt ? html` · ${t('lastView', { date: formatInstant(locale, lastViewedAt) })}` : nothing}
        ${share.assets.length > 1 ? html` · ${t('count', { n: share.assets.length })}` : nothing}
      </p>
      ${isActive ? [this.#older(share), this.#gone(share)] : nothing}
      <div>
        ${isActive ? button(t('copyShare'), () => this.#copy(share)) : nothing}
        ${
          share.newerVersion && allowedActions.includes('update')
            ? button(t('showNewest'), () => this.#update(share))
            : nothing
        }
        ${allowedActions.includes('revoke') ? button(t('revoke'), () => this.#revoke(share)) : nothing}
      </div>
    </li>`
  }

  /** The assets of which a newer version is out, with both numbers. */
  #older({ assets }: Share) {
    const { t, record } = this.#scene
    const old = assets.filter((one) => one.available && one.newestVersion > one.version)
    return old.map(
      ({ id, title, version, newestVersion: newest }) =>
        html`<p class="small">
          ${id === record?.id ? nothing : html`<bdi>${title}</bdi>: `}${t('linkOlder', { version, newest })}
        </p>`,
    )
  }

  /** The assets that whoever has the link no longer sees. */
  #gone({ assets }: Share) {
    const gone = assets.filter(({ available }) => !available)
    return gone.map(
      ({ title }) => html`<p class="small">${this.#scene.t('linkGone')} <bdi>${title}</bdi></p>`,
    )
  }

  #state({ status }: Share) {
    const { t } = this.#scene
    if (status === 'active') return t('linkActive')
    if (status === 'revoked') return t('linkRevoked')
    return t(status === 'used_up' ? 'linkUsedUp' : 'linkExpired')
  }

  async #update({ id, revision: ifMatch }: Share) {
    const { client, t } = this.#scene
    await this.#change(t('linkUpdated'), () =>
      client?.shares.update({ params: { id }, body: { newest: true }, ifMatch }),
    )
  }

  async #revoke({ id }: Share) {
    const { client, t } = this.#scene
    await this.#change(t('linkEnded'), () => client?.shares.revoke({ params: { id } }))
  }

  async #change(done: string, work: () => PromiseLike<Share> | undefined) {
    await this.#scene.attempt(async () => {
      const share = await work()
      if (!share) return
      this.#shares = this.#shares.map((one) => (one.id === share.id ? share : one))
      this.#scene.announce(done)
      await this.#scene.redraw()
    })
  }
}
