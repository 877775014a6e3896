import { html, nothing, type TemplateResult } from 'lit'
import type { Field, FullAsset, Share } from '@prmkit/contract'
import { formatDate, formatInstant } from '../../base/format.ts'
import type { Translate } from '../../base/localize.ts'
import { contextOf, FieldLists, todayIn } from '../../forms/field-lists.ts'
import type { AssetSharesMessages } from '../../locales/asset-shares/catalog.ts'
import { badge } from '../../primitives/badge/badge.ts'
import { ActionDialogs } from '../../record/action-dialogs.ts'
import type { RecordAction } from '../../record/record-action.ts'
import { languageName } from '../../articles/language-name.ts'
import type { AssetScene } from './asset-scene.ts'

export { catalog } from '../../locales/asset-shares/catalog.ts'
export { styles } from './asset-shares.styles.ts'

/** The page of an asset with the texts of this file. */
interface SharesScene extends Omit<AssetScene, 't'> {
  readonly t: Translate<AssetSharesMessages>
}

const day = 86_400_000
/** Days that a link works unless the reader says another end. */
const usualDays = 30

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
    const upload = () => Promise.reject(new Error('A link takes no files.'))
    const context = contextOf(new FieldLists(client), discovery, { t: t as never, locale, upload })
    this.#dialogs.open(this.#action(record, todayIn(discovery.timeZone)), record, context)
  }

  /** The dialog, while it is open. */
  dialog(asset: FullAsset): TemplateResult | typeof nothing {
    return this.#dialogs.render(asset)
  }

  #action(asset: FullAsset, today: string): RecordAction<FullAsset> {
    const { client, t, locale } = this.#scene
    const inDays = (days: number) =>
      new Date(Date.parse(today) + days * day).toISOString().slice(0, 10)
    const field = (pointer: string, label: string, more: Partial<Field>): Field => ({
      ...{ pointer, label, type: 'text' },
      ...more,
    })
    return {
      name: 'share',
      label: t('createLink'),
      hint: t('shareHint'),
      done: t('linkCreated'),
      values: { expiresAt: inDays(usualDays), language: asset.language },
      fields: [
        field('/label', t('linkLabel'), { required: true, maxLength: 200, hint: t('labelHint') }),
        field('/expiresAt', t('linkEnd'), {
          ...{ type: 'date', required: true, min: inDays(1), max: inDays(364) },
        }),
        field('/language', t('linkLanguage'), {
          type: 'choice',
          options: asset.languages.map(({ language }) => ({
            value: language,
            label: languageName(locale, language),
          })),
        }),
        field('/maxViews', t('linkViews'), { type: 'number', min: 1, max: 100_000, scale: 0 }),
      ],
      request: ({ sent }) => {
        const { expiresAt, ...rest } = sent as { expiresAt: string }
        return { ...rest, expiresAt: `${expiresAt}T23:59:59.999Z`, assetIds: [asset.id] }
      },
      send: async (body, { idempotencyKey }) => {
        const made = await client?.shares.create({ body: body as never, idempotencyKey })
        if (made) await this.#copy(made)
        return this.#scene.record ?? asset
      },
    }
  }

  async #copy({ url }: Share) {
    const { t, announce } = this.#scene
    try {
      await navigator.clipboard.writeText(url)
      announce.call(this.#scene, t('copied'))
    } catch {
      // Not allowed here, or no https: the announced address can still be copied by hand.
      announce.call(this.#scene, url)
    }
  }

  /** The links that there are. */
  render(): TemplateResult | typeof nothing {
    const { t } = this.#scene
    if (!this.#shares.length) return nothing
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
    // A link ends with a day of UTC.
    const until = formatDate(locale, expiresAt)
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
      </p>
      ${isActive && share.newerVersion ? html`<p class="small">${t('linkOlder')}</p>` : nothing}
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
