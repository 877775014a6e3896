import type { Deal } from '@prmkit/contract'
import type { PartnerPortal } from '../src/widgets/portal/partner-portal.ts'
import type { PrmDealDetail } from '../src/widgets/deal-list/detail/deal-detail.ts'
import type { PrmDealList } from '../src/widgets/deal-list/define.ts'
import type { TestBackend } from './backend.ts'
import { eventually } from './deal-form-page.ts'
import { show, textIn, until } from './mount.ts'

/** A complete registration for a customer. */
export const registration = (companyName: string, more: object = {}) => ({
  customer: { companyName, country: 'DE' },
  name: `Metering for ${companyName}`,
  lines: [{ productId: 'p1', quantity: 2, unitPrice: { amount: '99.00', currency: 'EUR' } }],
  consents: { contact: { version: '2026-03', given: true } },
  ...more,
})

/** A list of registrations as a person uses it. */
export class DealListPage {
  readonly list: PrmDealList

  constructor(list: PrmDealList) {
    this.list = list
  }

  /** Puts a list on the page and waits until it shows something. */
  static async open(portal: PartnerPortal, set: Partial<PrmDealList> = {}): Promise<DealListPage> {
    const list = Object.assign(portal.create('prm-deal-list'), set) as PrmDealList
    await show(list)
    await until(list, 'ready', 'empty', 'error', 'degraded', 'offline')
    return new DealListPage(list)
  }

  get root(): ShadowRoot {
    return this.list.shadowRoot!
  }

  /** The customers in the order of the rows. */
  get customers(): string[] {
    return [...this.root.querySelectorAll('.row .cover')].map(textIn)
  }

  row(company: string): HTMLElement | undefined {
    return [...this.root.querySelectorAll<HTMLElement>('.row')].find((row) =>
      textIn(row).includes(company),
    )
  }

  /** The registration in full, once it is there. */
  detail(): Promise<PrmDealDetail> {
    return eventually(() => {
      const detail = this.root.querySelector<PrmDealDetail>('prm-deal-detail')
      return detail?.shadowRoot?.querySelector('#heading') ? detail : undefined
    })
  }

  async openDeal(company: string): Promise<PrmDealDetail> {
    this.row(company)!.querySelector<HTMLElement>('.cover')!.click()
    return this.detail()
  }
}

/** The button of a shadow root with these words. */
export const button = (root: ParentNode, words: string): HTMLButtonElement | undefined =>
  [...root.querySelectorAll('button')].find((one) => textIn(one) === words)

/** Does an action of the vendor, past the widget. */
export async function decide(backend: TestBackend, deal: Deal, body: object): Promise<Deal> {
  const { id } = deal
  const { revision } = (await backend.as('mia', 'GET', `/deals/${id}`)) as Deal
  return (await backend.as('mia', 'POST', `/deals/${id}/actions`, body, revision)) as Deal
}

/** A civil date so many days from now. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
