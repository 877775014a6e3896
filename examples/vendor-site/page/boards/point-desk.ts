import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { Client } from '@prmkit/client'
import type { Board, PointEvent } from '@prmkit/contract'
import { DeskPart } from '../parts/desk-part.ts'
import { pointsOf, reversalOf, type Choice } from './requests.ts'
import { pointTable } from './point-table.ts'
import { troubleView } from '../desk/trouble.ts'
import { words } from '../desk/words.ts'
import { doneView } from '../parts/views.ts'

/** Points of partners: given by hand, and taken back with a reason. */
export class PointDesk extends DeskPart {
  static override properties = {
    ...DeskPart.properties,
    rules: { state: true },
    points: { state: true },
    next: { state: true },
    partnerId: { state: true },
    people: { state: true },
    reversing: { state: true },
    attempts: { state: true },
  }

  /** The rules for the vendor's own events. */
  declare rules: Board['rules']
  declare points: readonly PointEvent[] | undefined
  declare next: string | undefined
  /** The partner who is to get points, and whose points are listed. */
  declare partnerId: string | undefined
  declare people: readonly Choice[]
  /** The points whose reversal asks for its reason. */
  declare reversing: string | undefined
  /** Grows with each gift, so that the next one begins empty. */
  declare attempts: number
  /** Names the gift that is being filled in: sent twice, it counts once. */
  #key = crypto.randomUUID()

  protected override readonly follows: readonly string[] = ['boards', 'deals']

  constructor() {
    super()
    Object.assign(this, { rules: [], people: [], attempts: 0 })
  }

  protected override async fetch(client: Client): Promise<void> {
    const { items: boards } = await client.boards.list()
    const rules = boards.flatMap((board) => board.rules).filter(({ own }) => own)
    this.rules = [...new Map(rules.map((rule) => [rule.id, rule])).values()]
    await this.#list(client)
  }

  /** Fetches the latest points, or those after a cursor. */
  async #list(client: Client, cursor?: string) {
    const { partnerId } = this
    const query = { limit: 25, ...(partnerId && { partnerId }), ...(cursor && { cursor }) }
    const { items, nextCursor } = await client.points.list({ query })
    if (partnerId !== this.partnerId) return
    this.points = cursor ? [...(this.points ?? []), ...items] : items
    this.next = nextCursor
  }

  readonly #choose = async ({ target }: Event) => {
    const partnerId = (target as HTMLInputElement).value || undefined
    Object.assign(this, { partnerId, people: [], points: undefined })
    await this.load()
    if (partnerId === undefined) return
    const { items } = await (await this.connect()).users.list({ query: { partnerId, limit: 100 } })
    if (partnerId === this.partnerId)
      this.people = items.map(({ id, name }) => ({ value: id, label: name }))
  }

  readonly #give = async (event: SubmitEvent) => {
    event.preventDefault()
    const answers = new FormData(event.target as HTMLFormElement)
    if (!answers.get('partnerId')) {
      this.trouble = { text: words.pointsWhom }
      return
    }
    const row = pointsOf(answers, `desk-${this.#key}`)
    const isGiven = await this.attempt(async (client) => {
      const [given] = (await client.points.bulk({ body: { rows: [row] } })).rows
      const faults = given?.errors?.map(({ detail }) => detail) ?? []
      if (faults.length > 0) throw new Error(faults.join(' '))
      return words.pointsGiven
    })
    if (!isGiven) return
    this.#key = crypto.randomUUID()
    Object.assign(this, { attempts: this.attempts + 1, partnerId: undefined, people: [] })
    await this.load()
  }

  readonly #reverse = async (id: string, answers: FormData) => {
    const body = reversalOf(answers)
    const isReversed = await this.attempt(async (client) => {
      await client.points.reverse({ params: { id }, body })
      return words.pointsReversed
    })
    if (!isReversed) return
    this.reversing = undefined
    await this.focusOn('.done')
  }

  override render(): TemplateResult {
    const { points, next, reversing } = this
    return html`${troubleView(this.trouble, this.load)} ${doneView(this.done)}
      <h2>${words.pointsGive}</h2>
      ${keyed(this.attempts, this.#form())}
      <h2>${words.boardPoints}</h2>
      ${pointTable(points, {
        reversing,
        busy: this.busy,
        onAsk: (id) => (this.reversing = id === reversing ? undefined : id),
        onReverse: this.#reverse,
      })}
      ${
        next
          ? html`<button
              class="button"
              @click=${async () => this.#list(await this.connect(), next)}
            >
              ${words.useMore}
            </button>`
          : nothing
      }`
  }

  #form() {
    const { rules, people } = this
    if (!rules.length && this.points) return html`<p class="hint">${words.pointsNoRule}</p>`
    const select = (name: string, label: string, options: readonly Choice[], first = '') =>
      html`<p class="field">
        <label for="give-${name}">${label}</label>
        <select id="give-${name}" name=${name} ?required=${name === 'rule'}>
          ${first ? html`<option value="">${first}</option>` : nothing}
          ${options.map(({ value, label: text }) => html`<option value=${value}>${text}</option>`)}
        </select>
      </p>`
    return html`<form class="ask card" @submit=${this.#give}>
      <prm-combobox
        name="partnerId"
        .label=${words.partner}
        .search=${this.searchPartners}
        @change=${this.#choose}
      ></prm-combobox>
      ${people.length ? select('userId', words.pointsPerson, people, words.pointsCompany) : nothing}
      ${select(
        'rule',
        words.pointsRule,
        rules.map(({ id, text }) => ({ value: id, label: text })),
      )}
      <p class="field">
        <label for="give-points"
          >${words.pointsNumber} <span class="soft">${words.pointsOpen}</span></label
        >
        <input id="give-points" name="points" type="number" step="1" />
      </p>
      <p class="field">
        <label for="give-text"
          >${words.reasonText} <span class="soft">${words.optional}</span></label
        >
        <textarea id="give-text" name="text" rows="2" maxlength="500" dir="auto"></textarea>
      </p>
      <div class="row">
        <button class="button strong" ?disabled=${this.busy}>${words.pointsGive}</button>
      </div>
    </form>`
  }
}
