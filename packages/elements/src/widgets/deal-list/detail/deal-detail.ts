import { html, nothing, type TemplateResult } from 'lit'
import type { Deal, Form } from '@prmkit/contract'
import type { SuggestedAssets } from '../../../assets/suggested-assets.ts'
import { loadLate } from '../../../base/load-late.ts'
import type { Client } from '../../../base/portal.ts'
import { recordAddress } from '../../../base/safe-address.ts'
import { NavigateEvent } from '../../../events.ts'
import { contextOf, FieldLists } from '../../../forms/field-lists.ts'
import { catalog, type DealDetailMessages } from '../../../locales/deal-detail/catalog.ts'
import { ActionDialogs } from '../../../record/action-dialogs.ts'
import { Attachments } from '../../../record/attachments.ts'
import { Conversation } from '../../../record/conversation.ts'
import { RecordHistory } from '../../../record/history.ts'
import { RecordElement, type RecordDefinition } from '../../../record/record-element.ts'
import { recordPage } from '../../../record/record-page.ts'
import type { DealDetailScene, DealListScene } from '../host.ts'
import type { PartnerAction } from './deal-actions.ts'
import { styles } from './deal-detail.styles.ts'
import { facts, products } from './deal-facts.ts'
import { dealHistoryWords } from './deal-history.ts'
import { dealRail } from './deal-rail.ts'
import { dealAction } from './run-action.ts'

/** One registration in full; the list of registrations opens it. */
export class PrmDealDetail extends RecordElement<Deal, Client['deals'], DealDetailMessages> {
  static override catalog = catalog
  static override styles = styles

  override readonly definition: RecordDefinition<Deal, Client['deals']> = {
    resource: 'deals',
    operations: (client) => client.deals,
  }

  form: Form | undefined
  readonly conversation = new Conversation(this.scene)
  readonly attachments = new Attachments<Deal>(this.#parts as never)
  readonly history = new RecordHistory(this.scene)
  readonly #dialogs = new ActionDialogs(this.scene)
  #suggested: SuggestedAssets | undefined

  /** The list around the page. */
  get #list() {
    return (this.getRootNode() as Partial<ShadowRoot>).host as Partial<DealListScene> | undefined
  }

  /** The address of an asset, with `{id}`, where the host page named it. */
  get assetHref(): string | undefined {
    return this.#list?.assetHref
  }

  /** Leaves for an asset. */
  openAsset(id: string): void {
    const address = recordAddress(this.assetHref, id)
    if (this.emit(new NavigateEvent({ resource: 'asset', id })) && address) location.assign(address)
  }

  /** The address of the form for a registration, with `{id}`, where the host page named the form's. */
  get formHref(): string | undefined {
    const form = this.#list?.registerHref
    return form && `${form}${form.includes('?') ? '&' : '?'}deal-id={id}`
  }

  /** Goes on in the form with a draft or a returned registration. */
  openForm(): void {
    const { formHref, recordId: id = '' } = this
    const address = recordAddress(formHref, id)
    if (this.emit(new NavigateEvent({ resource: 'draft', id })) && address) location.assign(address)
  }

  /** Asks for the answers that an action needs. */
  async ask(name: PartnerAction): Promise<void> {
    await this.attempt(async () => {
      const { client, discovery, record, t, locale } = this
      if (!client || !discovery || !record) return
      this.form ??= await client.forms.get({ params: { name: discovery.deals?.form ?? '' } })
      const context = contextOf(new FieldLists(client, record), discovery, {
        t: t as never,
        locale,
        upload: (file, { signal, onProgress }) =>
          client.upload(file, {
            signal,
            onProgress: ({ sent, total }) => onProgress(total ? sent / total : 1),
          }),
      })
      const action = dealAction(this.#parts, client.deals, name, record)
      if (action) this.#dialogs.open(action, record, context)
    })
  }

  /** Without its form or its history a registration is shown all the same. */
  protected override async loadRest(client: Client, _: Deal, signal: AbortSignal): Promise<void> {
    const name = this.discovery?.deals?.form ?? ''
    this.form = await client.forms.get({ params: { name } }, { signal })
  }

  protected override async loadBeside(signal?: AbortSignal): Promise<void> {
    // Nobody waits for these.
    void this.#suggest()
    await Promise.all([this.conversation.load(signal), this.history.load(signal)])
    this.requestUpdate()
  }

  /** Fetches the assets that fit the registration, where the vendor has a content library. */
  async #suggest() {
    const { record, discovery } = this
    if (!record || !discovery?.capabilities.includes('assets')) return
    const { id, stage = '', lines } = record
    const load = () => import('../../../assets/suggested-assets.ts')
    const file = await loadLate(this, load).catch(() => undefined)
    if (!file) return
    this.#suggested ??= new file.SuggestedAssets(this as never)
    const about = [id, stage, ...lines.map(({ productId }) => productId)].join(' ')
    await this.#suggested.load(id, about)
  }

  protected override get isComplete(): boolean {
    return this.form !== undefined
  }

  protected override clear(): void {
    super.clear()
    this.conversation.forget()
  }

  protected override localeChanged(): void {
    this.#dialogs.forgetLeft()
    super.localeChanged()
  }

  protected override empty(): void {
    super.empty()
    this.conversation.leave()
    this.history.entries = []
    this.#dialogs.forget()
    this.#suggested = undefined
  }

  protected override page(deal: Deal): TemplateResult {
    const parts = this.#parts
    // While it is returned, evidence may be added beside the fields that were opened.
    const mayAttach = deal.status === 'action_required' || deal.editableFields.includes('/fileIds')
    return html`${recordPage({
      over: html`<bdi translate="no">${deal.number}</bdi>`,
      name: html`<bdi>${deal.name}</bdi>`,
      under: html`<bdi translate="no">${deal.customer.companyName}</bdi>`,
      rail: dealRail(parts, deal),
      main: [
        facts(parts, deal),
        products(parts, deal),
        this.attachments.render(deal, mayAttach),
        this.history.render(dealHistoryWords(parts)),
      ],
      messages: [
        this.conversation.render(deal.status === 'draft'),
        this.#suggested?.render() ?? nothing,
      ],
    })}${this.#dialogs.render(deal)}`
  }

  /** This page as its parts see it. */
  get #parts() {
    return this as unknown as DealDetailScene
  }
}
