import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { isPrmError, type Client } from '@prmkit/client'
import type { Deal, Form } from '@prmkit/contract'
import type { DealDiscovery } from './connect.ts'
import { ask } from './ask.ts'
import { labelOf, mayDo, questionsOf, requestOf, type Question } from './desk-actions.ts'
import { troubleOf, troubleView, type Trouble } from './trouble.ts'
import { isolated, listOf, say, statusOf, words } from './words.ts'

/** A decision was made; `deal` is the registration as it is now. */
export class DecidedEvent extends Event {
  readonly deal: Deal

  constructor(deal: Deal) {
    super('decided')
    this.deal = deal
  }
}

/** The dialog in which somebody decides; tells of it with `decided` or `dismissed`. */
export class Decision extends LitElement {
  static override properties = {
    client: { attribute: false },
    discovery: { attribute: false },
    form: { attribute: false },
    deal: { attribute: false },
    action: { attribute: false },
    trouble: { state: true },
    busy: { state: true },
    dates: { state: true },
    missing: { state: true },
  }

  declare client: Client
  declare discovery: DealDiscovery
  declare form: Form
  declare deal: Deal
  /** The decision that is under way. */
  declare action: string | undefined
  declare trouble: Trouble | undefined
  declare busy: boolean
  declare dates: Record<string, string>
  declare missing: readonly string[]
  /** The registration as it was when the dialog opened. */
  #seen = 0
  /** Made once, so that a registration that changes meanwhile takes no field away. */
  #questions: Question[] = []

  constructor() {
    super()
    this.busy = false
    this.dates = {}
    this.missing = []
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('action')) return
    this.trouble = undefined
    this.dates = {}
    this.missing = []
    this.#seen = this.deal.revision
    this.#questions = this.action ? questionsOf(this.action, this) : []
  }

  override render(): TemplateResult {
    const { action, deal } = this
    const label = action ? labelOf(action) : ''
    const possible = !action || mayDo(action, deal)
    return html`<prm-dialog .heading=${label} .open=${action !== undefined} @close=${this.#dismiss}>
      <form id="decision" class="ask" @submit=${this.#submit} @input=${this.#note}>
        ${action ? this.#about(action, possible) : nothing}
        ${keyed(action, ask(this.#questions, this))} ${troubleView(this.trouble)}
      </form>
      <prm-button slot="actions" @click=${this.#dismiss}>${words.cancel}</prm-button>
      <prm-button
        slot="actions"
        variant=${action === 'decline' ? 'danger' : 'primary'}
        type="submit"
        form="decision"
        ?busy=${this.busy}
        ?disabled=${!possible}
        >${label}</prm-button
      >
    </prm-dialog>`
  }

  /** The meaning of the decision; when the registration changed meanwhile, that. */
  #about(action: string, possible: boolean) {
    const { deal } = this
    const status = statusOf(deal)
    if (!possible) {
      const numbers = listOf(deal.conflict?.deals.map(({ number }) => isolated(number)) ?? [])
      const text = numbers
        ? say(words.inTheWay, { numbers })
        : say(words.noLonger, { status, action: labelOf(action) })
      return html`<p class="notice" role="alert">${text}</p>`
    }
    if (deal.revision !== this.#seen) {
      return html`<p class="notice" role="alert">${say(words.changed, { status })}</p>`
    }
    const meaning = (words.meanings as Record<string, string>)[action] ?? ''
    const partner = deal.partners[0]?.name ?? words.partner
    const customer = deal.customer.companyName
    return html`<p class="soft">
      ${say(meaning, { partner: isolated(partner), customer: isolated(customer) })}
    </p>`
  }

  #note = ({ target }: Event) => {
    const { type, name, value } = target as HTMLInputElement
    if (type === 'date') this.dates = { ...this.dates, [name]: value }
    if (type === 'checkbox') this.missing = this.missing.filter((one) => one !== name)
  }

  #dismiss = () => this.dispatchEvent(new Event('dismissed'))

  #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const { action, deal } = this
    const form = event.target as HTMLFormElement
    const answers = new FormData(form)
    if (!action || this.busy) return
    this.missing = this.#questions
      .filter(({ kind, required, name }) => kind === 'checks' && required && !answers.has(name))
      .map(({ name }) => name)
    const [missing] = this.missing
    if (missing) return form.querySelector<HTMLElement>(`[name="${missing}"]`)?.focus()
    this.busy = true
    this.trouble = undefined
    try {
      const body = requestOf(action, answers)
      const params = { id: deal.id }
      const { revision } = deal.allowedActions.includes(action)
        ? deal
        : await this.client.deals.act({
            ...{ params, ifMatch: deal.revision, body: { action: 'start_review' } },
          })
      const decided = await this.client.deals.act({ params, ifMatch: revision, body })
      this.dispatchEvent(new DecidedEvent(decided))
    } catch (error) {
      this.trouble = troubleOf(error)
      // The current content is on the screen at once, and says why.
      if (isPrmError(error) && (error.status === 409 || error.status === 412))
        this.dispatchEvent(new Event('outdated'))
    } finally {
      this.busy = false
    }
  }
}
