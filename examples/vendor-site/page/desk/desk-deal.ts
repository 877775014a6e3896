import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { isPrmError, type Client } from '@prmkit/client'
import type { Comment, Deal, Discovery, Form, TimelineEntry } from '@prmkit/contract'
import { ask } from './ask.ts'
import { dealView, dueOf, statusOf } from './deal-view.ts'
import { deskActions, labelOf, questionsOf, requestOf } from './desk-actions.ts'
import { instant, reasonOf, say, words } from './words.ts'

/** One registration on the desk: what it says, what may be done, and what was written. */
export class DeskDeal extends LitElement {
  static override properties = {
    client: { attribute: false },
    discovery: { attribute: false },
    form: { attribute: false },
    dealId: { attribute: false },
    deal: { state: true },
    comments: { state: true },
    history: { state: true },
    asking: { state: true },
    message: { state: true },
    busy: { state: true },
  }

  declare client: Client
  declare discovery: Discovery
  declare form: Form
  declare dealId: string
  declare deal: Deal | undefined
  declare comments: readonly Comment[]
  declare history: readonly TimelineEntry[]
  /** The action whose questions are open. */
  declare asking: string | undefined
  declare message: string | undefined
  declare busy: boolean
  // The message is about a failed reading, so that a good one takes it away.
  #unread = false

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
    if (!changed.has('dealId')) return
    this.deal = undefined
    this.message = undefined
    this.asking = undefined
    void this.reload()
  }

  /** Fetches the registration again, as after an event. */
  async reload(): Promise<void> {
    const params = { id: this.dealId }
    const { deals } = this.client
    try {
      const [deal, comments, history] = await Promise.all([
        deals.get({ params }),
        deals.listComments({ params, query: { limit: 100 } }),
        deals.listTimeline({ params, query: { limit: 100 } }),
      ])
      if (params.id !== this.dealId) return
      Object.assign(this, { deal, comments: comments.items, history: history.items })
      if (this.#unread) this.message = undefined
      this.#unread = false
    } catch (error) {
      this.#unread = true
      this.message = say(words.failed, { reason: reasonOf(error) })
    }
  }

  override render(): TemplateResult {
    const { deal } = this
    if (!deal) return this.#waiting()
    return html`
      <header class="deal-head">
        <div>
          <p class="number"><bdi>${deal.number}</bdi> ${statusOf(deal)} ${dueOf(deal)}</p>
          <h2><bdi>${deal.name}</bdi></h2>
        </div>
        <div class="row actions">${this.#buttons(deal)}</div>
      </header>
      <p role="status" class="message" ?hidden=${!this.message}>${this.message}</p>
      ${dealView(deal, this.discovery)} ${this.#files(deal)} ${this.#talk()}
      <section>
        <h3>${words.history}</h3>
        <prm-timeline .items=${this.history.toReversed().map(timelineItem)}></prm-timeline>
      </section>
      ${this.#questions(deal)}
    `
  }

  #waiting() {
    const again = () => {
      this.message = undefined
      void this.reload()
    }
    return html`<p class="hint" role="status">
      ${this.message ?? words.loading}
      ${this.message ? html`<button class="link" @click=${again}>${words.retry}</button>` : nothing}
    </p>`
  }

  #buttons(deal: Deal) {
    return deskActions(deal).map((action, index) => {
      const press = () => this.#start(action)
      const variant = index === 0 ? 'primary' : undefined
      return html`<prm-button variant=${variant ?? nothing} ?disabled=${this.busy} @click=${press}
        >${labelOf(action)}</prm-button
      >`
    })
  }

  #start(action: string) {
    this.message = undefined
    // A start can be made at once; what somebody is told is confirmed, even where nothing is asked.
    if (action !== 'start_review') this.asking = action
    else void this.#act(action, new FormData())
  }

  async #act(action: string, answers: FormData) {
    const { deal } = this
    if (!deal || this.busy) return
    this.busy = true
    try {
      const body = requestOf(action, answers)
      this.deal = await this.client.deals.act({
        params: { id: deal.id },
        ifMatch: deal.revision,
        body,
      })
      this.message = say(words.done, { status: this.deal.statusLabel ?? this.deal.status })
      this.asking = undefined
      this.dispatchEvent(new Event('changed'))
    } catch (error) {
      const stale = isPrmError(error) && error.code === 'revision-stale'
      this.message = stale ? words.changed : say(words.failed, { reason: reasonOf(error) })
      if (stale) this.asking = undefined
    } finally {
      this.busy = false
      await this.reload()
      await this.updateComplete
      // The button that was pressed may be gone with what it could do.
      if (document.activeElement === document.body) this.closest<HTMLElement>('.detail')?.focus()
    }
  }

  #questions(deal: Deal) {
    const { asking } = this
    const submit = (event: SubmitEvent) => {
      event.preventDefault()
      if (asking) void this.#act(asking, new FormData(event.target as HTMLFormElement))
    }
    const questions = asking ? questionsOf(asking, deal, this.discovery, this.form) : []
    return html`<prm-dialog
      .heading=${asking ? labelOf(asking) : ''}
      .open=${asking !== undefined}
      @close=${() => (this.asking = undefined)}
    >
      <form id="questions" class="ask" @submit=${submit}>
        ${keyed(asking, ask(questions))}
        <p role="alert" class="failed" ?hidden=${!this.message || !this.asking}>${this.message}</p>
      </form>
      <prm-button slot="actions" @click=${() => (this.asking = undefined)}
        >${words.cancel}</prm-button
      >
      <prm-button slot="actions" variant="primary" type="submit" form="questions" ?busy=${this.busy}
        >${asking ? labelOf(asking) : ''}</prm-button
      >
    </prm-dialog>`
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
      this.message = say(words.failed, { reason: reasonOf(error) })
    }
  }

  #talk() {
    return html`<section>
      <h3>${words.comments}</h3>
      <ol class="talk">
        ${this.comments.map(
          ({ author, text, createdAt }) =>
            html`<li class=${author.side}>
              <small><bdi>${author.name}</bdi> · ${instant(createdAt)}</small>
              <p dir="auto">${text}</p>
            </li>`,
        )}
      </ol>
      <form class="write" @submit=${this.#comment}>
        <label for="comment">${words.commentLabel}</label>
        <textarea id="comment" name="text" rows="3" maxlength="5000" required dir="auto"></textarea>
        <button class="button" ?disabled=${this.busy}>${words.send}</button>
      </form>
    </section>`
  }

  #comment = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const text = String(new FormData(form).get('text'))
    if (this.busy) return
    this.busy = true
    try {
      await this.client.deals.addComment({ params: { id: this.dealId }, body: { text } })
      form.reset()
      await this.reload()
    } catch (error) {
      this.message = say(words.failed, { reason: reasonOf(error) })
    } finally {
      this.busy = false
    }
  }
}

const timelineItem = ({ type, at, actor, reason }: TimelineEntry) => ({
  title: (words.events as Record<string, string>)[type] ?? type,
  at,
  actor: actor.name,
  text: reason?.text,
})
