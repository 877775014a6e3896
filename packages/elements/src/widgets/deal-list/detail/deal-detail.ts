import { html, nothing, type TemplateResult } from 'lit'
import type { Comment, Deal, Discovery, Form, TimelineEntry } from '@prmkit/contract'
import { PortalElement } from '../../../base/portal-element.ts'
import type { Client } from '../../../base/portal.ts'
import { catalog, type DealDetailMessages } from '../../../locales/deal-detail/catalog.ts'
import { badge } from '../../../primitives/badge/badge.ts'
import { frame } from '../../../primitives/frame/frame.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { arrowLeft } from '../../../primitives/icon/icons.ts'
import { reason } from '../../../primitives/problem/problem.ts'
import { toast } from '../../../primitives/toast/toast.ts'
import { contextOf, FieldLists } from '../../../forms/field-lists.ts'
import { ActionDialog } from '../../../record/action-dialog.ts'
import { files, history, talk } from '../../../record/conversation.ts'
import { styles } from './deal-detail.styles.ts'
import { actionButtons } from './action-buttons.ts'
import { ChangedEvent } from './changed-event.ts'
import type { PartnerAction } from './deal-actions.ts'
import { allOf, DetailCommands } from './detail-commands.ts'
import { facts, products } from './deal-facts.ts'
import { outcomeText, statusText, statusTone } from '../deal-status.ts'
import { followChanges } from '../../../base/follow-changes.ts'
import { nextSteps } from './next-steps.ts'
import { OpenEvent } from './open-event.ts'

/** One registration in full; the list of registrations opens it. */
export class PrmDealDetail extends PortalElement<DealDetailMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...PortalElement.properties,
    dealId: { attribute: false },
    dealHref: { attribute: false },
  }

  /** The registration to show. */
  declare dealId: string | undefined
  /** The address of a registration on this site, with `{id}`. */
  declare dealHref: string | undefined

  deal: Deal | undefined
  discovery: Discovery | undefined
  form: Form | undefined
  /** What both sides wrote; nothing until it could be fetched. */
  comments: readonly Comment[] | undefined
  history: readonly TimelineEntry[] = []
  /** What the reader does beside the actions. */
  readonly commands = new DetailCommands(this)
  /** The instant that countdowns are counted from. */
  now = Date.now()
  #dialog: ActionDialog | undefined
  // The one that was closed last, with its answers.
  #left: ActionDialog | undefined
  readonly #begin = () => this.renderRoot.querySelector<HTMLElement>('#heading')?.focus()

  /** The vendor's word for a registration's stage. */
  stageOf({ stage }: Deal): string | undefined {
    return this.discovery?.deals.stages.find(({ value }) => value === stage)?.label ?? stage
  }

  /** Opens another registration, or with an empty id the list. */
  open(id: string): void {
    this.dispatchEvent(new OpenEvent(id))
  }

  /** Shows what the backend answered, and what came with it. */
  took(deal: Deal): void {
    this.#put(deal)
    this.fetchJournal().catch((error: unknown) => this.degrade(error))
  }

  #put(deal: Deal) {
    // An answer that was overtaken says nothing new.
    if (deal.id !== this.dealId || deal.revision < (this.deal?.revision ?? 0)) return
    this.deal = deal
    this.requestUpdate()
    this.dispatchEvent(new ChangedEvent(deal))
  }

  /** Fetches the registration anew; what is there stays through failures, which are said. */
  async refresh(): Promise<void> {
    const { client, dealId, form } = this
    if (!client || !dealId) return
    try {
      const deal = await client.deals.get({ params: { id: dealId } })
      this.#put(deal)
      await this.fetchJournal()
      if (dealId === this.dealId && form) this.show('ready')
    } catch (error) {
      if (dealId === this.dealId) this.degrade(error)
    }
  }

  /** Says what was done, for a moment and aloud. */
  announce(text: string): void {
    const root = this.renderRoot.querySelector('.root')
    if (root) toast(root, { text, closeLabel: this.t('close') })
  }

  /** Takes the dialog away; where its button is gone, the focus goes to the heading. */
  closeDialog(): void {
    this.#left = this.#dialog
    this.#dialog = undefined
    this.requestUpdate()
    void this.updateComplete.then(() => {
      if (!this.shadowRoot?.activeElement) this.#begin()
    })
  }

  /** Without its form or its history a registration is shown all the same. */
  protected override async load(client: Client, signal: AbortSignal): Promise<Error | void> {
    const { dealId } = this
    if (!dealId) return undefined
    const options = { signal }
    const params = { id: dealId }
    const [deal, discovery] = await Promise.all([
      client.deals.get({ params }, options),
      client.discovery.get({}, options),
    ])
    signal.throwIfAborted()
    Object.assign(this, { discovery })
    this.#put(deal)
    const rest = await Promise.allSettled([
      client.forms
        .get({ params: { name: discovery.deals.form } }, options)
        .then((form) => (this.form = form)),
      this.fetchJournal(signal),
    ])
    return rest.map((one) => (one.status === 'rejected' ? one.reason : undefined)).find(Boolean)
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    const changed = (deal: Deal) => {
      if (deal.id === this.dealId) this.took(deal)
    }
    followChanges(client, signal, { changed, stale: () => this.refresh() })
    const tick = setInterval(() => {
      this.now = Date.now()
      this.requestUpdate()
    }, 60_000)
    signal.addEventListener('abort', () => clearInterval(tick))
  }

  protected override clear(): void {
    this.#empty()
    this.commands.forget()
  }

  #empty() {
    Object.assign(this, { deal: undefined, comments: undefined, history: [] })
    this.#dialog = this.#left = undefined
  }

  protected override localeChanged(): void {
    this.#left = undefined
    if (this.loaded) void this.reload()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed)
    if (!changed.has('dealId') || !this.hasUpdated) return
    this.#empty()
    this.loaded = false
    void this.reload()
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('state') && this.loaded && changed.get('state') === 'loading') this.#begin()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.loaded) void this.updateComplete.then(this.#begin)
  }

  override render(): TemplateResult {
    const back = html`<button class="button quiet back" type="button" @click=${() => this.open('')}>
      ${icon(arrowLeft)}${this.t('back')}
    </button>`
    return html`${back}${frame(this, () => this.#content())}`
  }

  #content() {
    const { deal, t } = this
    if (!deal) return nothing
    const outcome = outcomeText(t, deal)
    return html`<article>
      <header>
        <p class="above">
          <bdi class="muted">${deal.number}</bdi>
          ${badge(statusTone(deal.status), statusText(t, deal))}
          ${outcome ? badge(deal.closure?.outcome === 'won' ? 'success' : 'neutral', outcome) : nothing}
        </p>
        <h2 id="heading" tabindex="-1"><bdi>${deal.name}</bdi></h2>
        <p class="muted"><bdi>${deal.customer.companyName}</bdi></p>
      </header>
      ${nextSteps(this, deal)} ${actionButtons(this, deal)} ${facts(this, deal)}
      ${products(this, deal)} ${files(this, deal)} ${talk(this)} ${history(this)}
      ${this.#dialog?.render(deal) ?? nothing}
    </article>`
  }

  /** Asks what an action needs. */
  async ask(action: PartnerAction): Promise<void> {
    await this.attempt(async () => {
      const { client, discovery, deal, t, locale } = this
      if (!client || !discovery || !deal) return
      this.form ??= await client.forms.get({ params: { name: discovery.deals.form } })
      const lists = new FieldLists(client, deal)
      const context = contextOf(lists, discovery, {
        t: t as never,
        locale,
        upload: (file, { signal, onProgress }) =>
          client.upload(file, {
            signal,
            onProgress: ({ sent, total }) => onProgress(total ? sent / total : 1),
          }),
      })
      const left = this.#left?.resume(action, deal) && this.#left
      this.#dialog = left || new ActionDialog(this, action, deal, context)
      this.requestUpdate()
    })
  }

  /** Does something; a failure is said, and the page stays as it is. */
  async attempt(work: () => Promise<unknown>, about = this.t('notDone')) {
    try {
      await work()
    } catch (error) {
      this.announce(`${about}: ${reason(this.t as never, error)}`)
      await this.refresh()
    }
  }

  /** Fetches messages and history. */
  async fetchJournal(signal?: AbortSignal) {
    const { client, dealId } = this
    if (!client || !dealId) return
    const params = { id: dealId }
    const query = { limit: 100 }
    const [comments, entries] = await Promise.all([
      allOf(client.deals.listComments({ params, query }, { signal })),
      allOf(client.deals.listTimeline({ params, query }, { signal })),
    ])
    if (dealId !== this.dealId) return
    this.comments = comments
    this.history = entries.toReversed()
    this.requestUpdate()
  }
}
