import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { Comment, Deal, Form, TimelineEntry } from '@prmkit/contract'
import type { DealDiscovery } from './connect.ts'
import { dealView, dueOf, statusBadge } from './deal-view.ts'
import type { DecidedEvent } from './decision.ts'
import { deskActions, labelOf, mayDo } from './desk-actions.ts'
import { troubleOf, troubleView, type Trouble } from './trouble.ts'
import { isolated, say, statusOf, words } from './words.ts'

/** One registration on the desk: what it says, what may be done, and what was written. */
export class DeskDeal extends LitElement {
  static override properties = {
    client: { attribute: false },
    discovery: { attribute: false },
    form: { attribute: false },
    dealId: { attribute: false },
    following: { attribute: false },
    deal: { state: true },
    comments: { state: true },
    history: { state: true },
    asking: { state: true },
    done: { state: true },
    trouble: { state: true },
    busy: { state: true },
  }

  declare client: Client
  declare discovery: DealDiscovery
  declare form: Form
  declare dealId: string
  /** Where to go on after a decision, with the event `following`. */
  declare following: Deal | undefined
  declare deal: Deal | undefined
  declare comments: readonly Comment[]
  declare history: readonly TimelineEntry[]
  /** The action whose questions are open. */
  declare asking: string | undefined
  /** The last action, in words. */
  declare done: string | undefined
  declare trouble: Trouble | undefined
  declare busy: boolean
  // The trouble is that it could not be read, so that a good reading ends it.
  #unread = false
  #lapse: ReturnType<typeof setTimeout> | undefined
  // An earlier reading that comes late counts no more.
  #readings = 0

  constructor() {
    super()
    this.comments = []
    this.history = []
    this.busy = false
  }

  // The desk is part of the site: its styles are the site's.
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('dealId')) {
      this.deal = this.done = this.trouble = this.asking = undefined
      void this.reload()
    }
    if (!changed.has('deal')) return
    clearTimeout(this.#lapse)
    // The way back is open for a minute, and is not offered after it.
    if (this.deal?.allowedActions.includes('undo'))
      this.#lapse = setTimeout(() => void this.reload(), 61_000)
  }

  /** Fetches the registration again, as after an event. */
  async reload(): Promise<void> {
    const params = { id: this.dealId }
    const { deals } = this.client
    const reading = ++this.#readings
    try {
      const [deal, comments, history] = await Promise.all([
        deals.get({ params }),
        deals.listComments({ params, query: { limit: 100 } }),
        deals.listTimeline({ params, query: { limit: 100 } }),
      ])
      if (reading !== this.#readings) return
      Object.assign(this, { deal, comments: comments.items, history: history.items })
      if (this.#unread) this.trouble = undefined
      this.#unread = false
    } catch (error) {
      if (reading !== this.#readings) return
      this.#unread = true
      this.trouble = troubleOf(error)
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#lapse)
  }

  override render(): TemplateResult {
    const { deal, trouble } = this
    if (!deal) {
      return html`${troubleView(trouble, this.#again)}
        <p class="hint" role="status" ?hidden=${trouble}>${words.loading}</p>`
    }
    return html`
      <header class="deal-head">
        <div>
          <p class="number">
            <bdi>${deal.number}</bdi> ${statusBadge(deal)} ${dueOf(deal, this.discovery.timeZone)}
          </p>
          <h2><bdi>${deal.name}</bdi></h2>
          <p class="soft"><bdi>${deal.customer.companyName}</bdi></p>
        </div>
        <div class="row actions">${this.#buttons(deal)}</div>
        <p role="status" class="done" ?hidden=${!this.done}>${this.done}</p>
        ${this.#onward()} ${troubleView(trouble, this.#unread ? this.#again : undefined)}
      </header>
      ${dealView(deal, this.discovery, this.form)} ${this.#files(deal)}
      <qm-messages
        .client=${this.client}
        .dealId=${deal.id}
        .comments=${this.comments}
        @sent=${() => this.reload()}
      ></qm-messages>
      <section>
        <h3>${words.history}</h3>
        <prm-timeline .items=${this.history.toReversed().map(timelineItem)}></prm-timeline>
      </section>
      <qm-decision
        .client=${this.client}
        .discovery=${this.discovery}
        .form=${this.form}
        .deal=${deal}
        .action=${this.asking}
        @decided=${this.#decided}
        @dismissed=${() => (this.asking = undefined)}
        @outdated=${() => this.reload()}
      ></qm-decision>
    `
  }

  #again = () => {
    this.trouble = undefined
    void this.reload()
  }

  #buttons(deal: Deal) {
    const { all, lead } = deskActions(deal)
    return all.map(
      (action) =>
        html`<prm-button
          data-action=${action}
          variant=${action === lead ? 'primary' : nothing}
          ?disabled=${this.busy}
          @click=${() => this.#start(action)}
          >${labelOf(action)}</prm-button
        >`,
    )
  }

  #onward() {
    const { deal, done, following } = this
    // While there is more to decide here, that comes first.
    if (!done || !following || (deal && deskActions(deal).lead)) return nothing
    const customer = isolated(following.customer.companyName)
    return html`<button
      class="link onward"
      @click=${() => this.dispatchEvent(new Event('following'))}
    >
      ${say(words.following, { customer })}
    </button>`
  }

  /** Begins an action where it can be done now. */
  begin(action: string): void {
    if (this.deal && !this.asking && mayDo(action, this.deal)) this.#start(action)
  }

  #start(action: string) {
    this.done = undefined
    this.trouble = undefined
    // A start and a way back can be taken at once; what somebody is told is confirmed, even where nothing is asked.
    if (action === 'start_review' || action === 'undo') void this.#act(action)
    else this.asking = action
  }

  async #act(action: 'start_review' | 'undo') {
    const { deal } = this
    if (!deal || this.busy) return
    this.busy = true
    try {
      const params = { id: deal.id }
      const { revision: ifMatch } = deal
      await this.#show(await this.client.deals.act({ params, ifMatch, body: { action } }))
    } catch (error) {
      this.trouble = troubleOf(error)
      await this.reload()
    } finally {
      this.busy = false
    }
  }

  #decided = ({ deal }: DecidedEvent) => {
    this.asking = undefined
    void this.#show(deal)
  }

  /** Shows what came of a decision. */
  async #show(deal: Deal) {
    this.deal = deal
    this.done = say(words.done, { status: statusOf(deal) })
    this.dispatchEvent(new Event('changed'))
    await this.reload()
    await this.updateComplete
    // The button that was pressed may be gone with what it could do.
    if (document.activeElement === document.body) this.closest<HTMLElement>('.detail')?.focus()
  }

  #files({ attachments }: Deal) {
    if (!attachments.length) return nothing
    return html`<section>
      <h3>${words.files}</h3>
      <ul class="files">
        ${attachments.map(
          ({ fileId, name }) =>
            html`<li>
              <button class="link" @click=${() => this.#open(fileId)}><bdi>${name}</bdi></button>
            </li>`,
        )}
      </ul>
    </section>`
  }

  async #open(id: string) {
    try {
      const { url } = await this.client.files.download({ params: { id } })
      location.assign(url)
    } catch (error) {
      this.trouble = troubleOf(error)
    }
  }
}

const timelineItem = ({ type, at, actor, reason }: TimelineEntry) => ({
  title: (words.events as Record<string, string>)[type] ?? type,
  at,
  actor: actor.name,
  text: reason?.text,
})
