import type { Deal } from '@prmkit/contract'
import { ListElement } from '../../list/list-element.ts'
import { catalog, type DealListMessages } from '../../locales/deal-list/catalog.ts'
import { styles } from './deal-list.styles.ts'
import { dealDefinition } from './list/deal-definition.ts'

/**
 * @summary The partner's registrations, live: where each stands, what comes next, and one in full.
 *
 * @slot loading - Shown while the list is fetched.
 * @slot empty - Shown where nothing was registered yet.
 * @slot error - Shown where the list could not be fetched.
 * @slot offline - Shown above the list while there is no connection.
 * @slot degraded - Shown above the list while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner opens a registration (`deal`), goes back (an empty id), goes on in the form with a draft or a returned registration (`draft`), or leaves for an asset (`asset`); cancelable.
 * @event {LoadErrorEvent} prm-load-error - The list could not be fetched.
 * @csspart frame - The card.
 * @csspart tools - Search, filters and sort.
 * @csspart rows - The list.
 * @csspart row - One registration.
 * @csspart more - The button that loads more.
 */
export class PrmDealList extends ListElement<Deal, DealListMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...ListElement.properties,
    dealId: { attribute: 'deal-id', reflect: true },
    dealHref: { attribute: 'deal-href' },
    registerHref: { attribute: 'register-href' },
    assetHref: { attribute: 'asset-href' },
  }

  /** Shows this registration in full instead of the list. */
  declare dealId: string | undefined
  /** The address of a registration on this site, with `{id}`; makes links that can be copied. */
  declare dealHref: string | undefined
  /** The address of the form on this site; buttons lead there, for a draft or a returned registration with its `deal-id`. */
  declare registerHref: string | undefined
  /** The address of an asset on this site, with `{id}`; content that fits a registration leads there. */
  declare assetHref: string | undefined

  protected override readonly definition = dealDefinition

  protected override get recordId(): string | undefined {
    return this.dealId
  }

  protected override set recordId(id: string | undefined) {
    this.dealId = id
  }

  protected override get recordHref(): string | undefined {
    return this.dealHref
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-deal-list': PrmDealList
  }
}
