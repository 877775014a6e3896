import { html, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { AttendanceInput, TrainingClass } from '@prmkit/contract'
import { DeskPart } from '../parts/desk-part.ts'
import { troubleView } from '../desk/trouble.ts'
import { figure, say, words } from '../desk/words.ts'
import { classView } from './class-view.ts'
import { periodOf, seatsTaken, zoneName } from './class-words.ts'
import { allOf, doneView, hint, scrollTable } from '../parts/views.ts'

/** The classes, and the attendance of one. */
export class ClassDesk extends DeskPart {
  static override properties = {
    ...DeskPart.properties,
    past: { state: true },
    classes: { state: true },
    chosen: { state: true },
  }

  declare past: boolean
  declare classes: readonly TrainingClass[] | undefined
  /** The class that is open. */
  declare chosen: string | undefined

  #last: Promise<unknown> = Promise.resolve()

  protected override readonly follows: readonly string[] = ['classes']

  constructor() {
    super()
    this.past = false
  }

  protected override async fetch(client: Client): Promise<void> {
    const { past } = this
    const classes = await allOf(client.classes.list({ query: { past, limit: 100 } }))
    // The list of the past begins with its earliest; the latest is what attendance is missing for.
    if (past === this.past) this.classes = past ? classes.toReversed() : classes
  }

  readonly #show = ({ target }: Event) => {
    const past = (target as HTMLSelectElement).value === 'past'
    Object.assign(this, { past, classes: undefined, done: undefined })
    void this.load()
  }

  async #open(id: string | undefined) {
    const before = this.chosen
    Object.assign(this, { chosen: id, done: undefined })
    await this.focusOn(id ? '#class' : `[data-class="${before}"]`)
  }

  /** Tells who was there, once what was told just before is shown: a quick hand loses nothing. */
  readonly #attend = (id: string, deed: () => { body: AttendanceInput; told: string }) =>
    (this.#last = this.#last.then(() =>
      this.attempt(async (client) => {
        const { body, told } = deed()
        await client.classes.attend({ params: { id }, body })
        return told
      }),
    ))

  /** Everybody with a seat of whom nothing was told was there. */
  async #attendAll(id: string) {
    await this.#attend(id, () => {
      const bookings = this.classes?.find((one) => one.id === id)?.bookings ?? []
      const attended = bookings.flatMap(({ userId, status }) =>
        status === 'booked' ? [userId] : [],
      )
      const told = say(words.trainAllTold, { count: figure(attended.length) })
      return { body: { attended }, told }
    })
    // The button has gone.
    await this.focusOn('.done')
  }

  override render(): TemplateResult {
    const { classes, chosen } = this
    const one = classes?.find(({ id }) => id === chosen)
    return html`${troubleView(this.trouble, this.load)} ${doneView(this.done)}
    ${one ? this.#one(one) : this.#list(classes)}`
  }

  #one(one: TrainingClass) {
    const { id } = one
    return classView(one, {
      onBack: () => this.#open(undefined),
      onTell: ({ userId, name }, as) =>
        this.#attend(id, () => ({
          body: { [as]: [userId] },
          told: say(words.trainTold, { name, state: words.trainBookings[as] }),
        })),
      onTellAll: () => this.#attendAll(id),
    })
  }

  #list(classes: readonly TrainingClass[] | undefined) {
    const option = (value: string, label: string) =>
      html`<option value=${value} ?selected=${(value === 'past') === this.past}>${label}</option>`
    return html`<div class="choices">
        <label
          >${words.trainWhen}
          <select @change=${this.#show}>
            ${option('next', words.trainToCome)} ${option('past', words.trainHeld)}
          </select></label
        >
      </div>
      ${classes ? this.#table(classes) : hint()}`
  }

  #table(classes: readonly TrainingClass[]) {
    if (!classes.length) return hint(words.trainNoClasses)
    return scrollTable(
      words.trainClasses,
      [
        ...[words.trainCourse, words.trainDate, words.trainPlace],
        ...[words.trainSeats, words.trainWaiting].map((head) => [head, 'number'] as const),
      ],
      classes.map(
        (one) =>
          html`<tr>
            <th scope="row">
              <button class="link" data-class=${one.id} @click=${() => this.#open(one.id)}>
                <bdi>${one.course.title}</bdi>
              </button>
              ${one.status === 'cancelled' ? html`<small>${words.trainCancelled}</small>` : nothing}
            </th>
            <td>${periodOf(one)}<small>${zoneName(one)}</small></td>
            <td><bdi>${one.place ?? words.trainOnline}</bdi></td>
            <td class="number">
              ${seatsTaken(one)}
              ${one.seatsLeft ? nothing : html`<small>${words.trainFull}</small>`}
            </td>
            <td class="number">${figure(one.waiting)}</td>
          </tr>`,
      ),
    )
  }
}
