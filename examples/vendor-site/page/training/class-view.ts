import { html, nothing, type TemplateResult } from 'lit'
import type { TrainingClass } from '@prmkit/contract'
import { figure, say, words } from '../desk/words.ts'
import { periodOf, seatsTaken, zoneName } from './class-words.ts'
import { hint, scrollTable } from '../parts/views.ts'

/** A person with a booking of a class. */
type Booking = NonNullable<TrainingClass['bookings']>[number]

/** The page around one class. */
interface ClassHost {
  onBack(): unknown
  onTell(person: Booking, as: 'attended' | 'missed'): unknown
  onTellAll(): unknown
}

const tones = { booked: 'accent', waiting: 'warning', attended: 'success', missed: 'error' }

/** One class: its facts, the people who are in and who wait, and who was there. */
export function classView(one: TrainingClass, host: ClassHost): TemplateResult {
  const { course, place, link, trainer, status, bookings = [], allowedActions } = one
  const mayTell = allowedActions.includes('attend')
  const isUntold = bookings.some((booking) => booking.status === 'booked')
  return html`<button class="link" @click=${host.onBack}>${words.trainBackToClasses}</button>
    <h2 id="class" tabindex="-1"><bdi>${course.title}</bdi></h2>
    <p class="facts-line">
      <span>${periodOf(one)} (${zoneName(one)})</span>
      ${place ? html`<bdi>${place}</bdi>` : nothing}
      ${link ? html`<a href=${link}>${words.trainOnline}</a>` : nothing}
      ${trainer ? html`<span>${say(words.trainTrainer, { name: trainer })}</span>` : nothing}
      ${status === 'cancelled' ? html`<prm-badge tone="error">${words.trainCancelled}</prm-badge>` : nothing}
    </p>
    <p>${words.trainSeats}: ${seatsTaken(one)} · ${words.trainWaiting}: ${figure(one.waiting)}</p>
    <p class="hint">${mayTell ? words.trainAttendHint : words.trainNotYet}</p>
    ${bookings.length ? people(bookings, mayTell, host) : hint(words.trainNobody)}
    ${
      mayTell && isUntold
        ? html`<button class="button strong" @click=${host.onTellAll}>
            ${words.trainAllAttended}
          </button>`
        : nothing
    }`
}

function people(bookings: readonly Booking[], mayTell: boolean, host: ClassHost) {
  const heads = [words.trainPerson, words.trainState, ...(mayTell ? [words.trainAttendance] : [])]
  return scrollTable(
    words.people,
    heads,
    bookings.map(
      (person) =>
        html`<tr>
          <th scope="row"><bdi>${person.name}</bdi></th>
          <td>
            <prm-badge tone=${tones[person.status]}
              >${words.trainBookings[person.status]}</prm-badge
            >
          </td>
          ${mayTell ? html`<td>${attendance(person, host)}</td>` : nothing}
        </tr>`,
    ),
  )
}

/** The two answers to whether somebody was there; a person without a seat can only have come. */
function attendance(person: Booking, { onTell }: ClassHost) {
  const answer = (as: 'attended' | 'missed', label: string) =>
    html`<button
      class="button small"
      aria-pressed=${person.status === as}
      @click=${() => onTell(person, as)}
    >
      ${label}
    </button>`
  return html`<div class="row" role="group" aria-label="${words.trainAttendance}: ${person.name}">
    ${answer('attended', words.trainAttended)}
    ${person.status === 'waiting' ? nothing : answer('missed', words.trainMissed)}
  </div>`
}
