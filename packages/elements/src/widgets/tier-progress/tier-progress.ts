import type { Discovery, TierStanding } from '@prmkit/contract'
import { html, type TemplateResult } from 'lit'
import { followChanges } from '../../base/follow-changes.ts'
import { PortalElement, type WidgetState } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { catalog, type TierProgressMessages } from '../../locales/tier-progress/catalog.ts'
import { frame } from '../../primitives/frame/frame.ts'
import { styles } from './tier-progress.styles.ts'
import { tierView } from './tier-view.ts'

/**
 * @summary The company's partner tier: what it still needs, by when, and the next tier beside it.
 *
 * @slot loading - Shown while the tier is fetched.
 * @slot empty - Shown where the programme has no tiers.
 * @slot error - Shown where the tier could not be fetched.
 * @slot offline - Shown above the tier while there is no connection.
 * @slot degraded - Shown above the tier while something is missing.
 * @event {LoadErrorEvent} prm-load-error - The tier could not be fetched.
 * @csspart frame - The card.
 * @csspart tier - The present tier.
 * @csspart next - The next tier.
 */
export class PrmTierProgress extends PortalElement<TierProgressMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...PortalElement.properties,
    compact: { type: Boolean, reflect: true },
  }

  /** Shows the tier and the distance to the next one only, for the margin of a page. */
  declare compact: boolean

  /** The vendor's settings, once fetched. */
  discovery: Discovery | undefined
  /** The company's tier and its distance to the next one, once fetched. */
  standing: TierStanding | undefined
  #announcement = ''

  constructor() {
    super()
    this.compact = false
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<WidgetState | void> {
    const options = { signal }
    const [discovery, standing] = await Promise.all([
      client.discovery.get({}, options),
      client.tiers.getMine({}, options).catch((error: unknown) => ({ error })),
    ])
    if (!this.isOffered('tiers', discovery)) return 'empty'
    if ('error' in standing) throw standing.error
    Object.assign(this, { discovery, standing })
    return standing.tier || standing.next ? 'ready' : 'empty'
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    followChanges(client, signal, {
      resource: 'tiers',
      isWanted: (id) => id === this.standing?.partnerId,
      get: (_, signal) => client.tiers.getMine({}, { signal }),
      changed: (standing) => this.#take(standing),
      stale: () => this.#refresh(client, signal),
    })
  }

  protected override clear(): void {
    this.discovery = this.standing = undefined
    this.#announcement = ''
  }

  override render(): TemplateResult {
    const { standing } = this
    return frame(
      this as never,
      () =>
        html`<p class="away" role="status">${this.#announcement}</p>
          ${standing && tierView({ ...this.#scene, standing })}`,
      () =>
        html`<h2>${this.t('none')}</h2>
          <p>${this.t('noneHint')}</p>`,
    )
  }

  get #scene() {
    const { t, locale, discovery, compact } = this
    return { t, locale, discovery, compact }
  }

  async #refresh(client: Client, signal: AbortSignal) {
    try {
      this.#take(await client.tiers.getMine({}, { signal }))
    } catch (error) {
      if (!signal.aborted) this.degrade(error)
    }
  }

  #take(standing: TierStanding) {
    const isNew = JSON.stringify(standing) !== JSON.stringify(this.standing)
    if (isNew) this.#announcement = this.t('updated')
    this.standing = standing
    this.show(standing.tier || standing.next ? 'ready' : 'empty')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-tier-progress': PrmTierProgress
  }
}
