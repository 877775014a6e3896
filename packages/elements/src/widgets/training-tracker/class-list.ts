import { html, nothing, type TemplateResult } from 'lit'
import type { TrainingClass } from '@prmkit/contract'
import { formatInstant } from '../../base/values/format.ts'
import { safeAddress } from '../../base/safe-address.ts'
import { saveFile } from '../../base/save-file.ts'
import { badge } from '../../primitives/badge/badge.ts'
import type { ClassScene } from './host.ts'

/** The day of a class: at its place, or by the reader’s clock where it is held online. */
const dayOf = (locale: string, { startsAt, place, timeZone }: TrainingClass) =>
  formatInstant(locale, startsAt, { dateStyle: 'full', ...(place && { timeZone }) })

/** The hours of a class, with the zone that they are told in. */
function hoursOf(locale: string, { startsAt, endsAt, place, timeZone }: TrainingClass) {
  const zone = { ...(place && { timeZone }), hour: 'numeric', minute: '2-digit' } as const
  const from = formatInstant(locale, startsAt, zone)
  return `${from} – ${formatInstant(locale, endsAt, { ...zone, timeZoneName: 'short' })}`
}

/** Classes with their day, place and seats, and the way to book one. */
export function classList(scene: ClassScene, classes: readonly TrainingClass[]): TemplateResult {
  return html`<ul class="classes">
    ${classes.map((one) => html`<li>${facts(scene, one)}${buttons(scene, one)}</li>`)}
  </ul>`
}

function facts({ t, locale, courseLink }: ClassScene, one: TrainingClass) {
  const { place, trainer, link, seatsLeft, waiting, status } = one
  const address = safeAddress(link)
  return html`<div>
    <p class="strong">${dayOf(locale, one)}</p>
    ${courseLink ? html`<p>${courseLink(one)}</p>` : nothing}
    <p>
      ${hoursOf(locale, one)} · <bdi>${place ?? t('online')}</bdi>${
        address
          ? html` · <a href=${address} target="_blank" rel="noopener noreferrer">${t('join')}</a>`
          : nothing
      }
    </p>
    <p class="small muted">
      ${trainer ? html`<bdi>${t('trainer', { name: trainer })}</bdi> · ` : nothing}
      ${seatsLeft > 0 ? t('seatsLeft', { n: seatsLeft }) : t('full')}
      ${seatsLeft > 0 || !waiting ? nothing : ` · ${t('queued', { n: waiting })}`}
    </p>
    ${status === 'cancelled' ? badge('error', t('cancelled')) : mark(t, one)}
  </div>`
}

function mark(t: ClassScene['t'], { mine }: TrainingClass) {
  if (!mine) return nothing
  if (mine.status === 'waiting') return badge('warning', t('waiting', { n: mine.place ?? 1 }))
  return badge(mine.status === 'missed' ? 'error' : 'success', t(mine.status))
}

function buttons(scene: ClassScene, one: TrainingClass) {
  const { t, locale } = scene
  const { allowedActions, seatsLeft, mine, status } = one
  const button = (look: string, text: string, press: () => unknown) =>
    html`<button
      class="button ${look}"
      type="button"
      aria-label="${text}: ${dayOf(locale, one)}"
      @click=${press}
    >
      ${text}
    </button>`
  const mayBook = allowedActions.includes('book')
  const mayCancel = allowedActions.includes('cancel')
  return html`<div class="actions">
    ${
      mayBook
        ? button('primary', t(seatsLeft > 0 ? 'book' : 'queue'), () => book(scene, one, 'book'))
        : nothing
    }
    ${mayCancel ? button('', t('giveBack'), () => book(scene, one, 'cancel')) : nothing}
    ${
      mine && status === 'scheduled'
        ? button('quiet', t('calendar'), () => addToCalendar(scene, one))
        : nothing
    }
  </div>`
}

/** Books a seat or gives it back, and tells what came of it. */
const book = (scene: ClassScene, { id }: TrainingClass, action: 'book' | 'cancel') =>
  scene.attempt(async () => {
    const after = await scene.client?.classes[action]({ params: { id } })
    if (!after) return
    scene.tookClass(after)
    const isWaiting = after.mine?.status === 'waiting'
    scene.announce(
      scene.t(action === 'cancel' ? 'giveBackDone' : isWaiting ? 'queueDone' : 'bookDone'),
    )
  })

/** Hands out a class for the reader’s calendar. */
const addToCalendar = (scene: ClassScene, { id }: TrainingClass) =>
  scene.attempt(async () => {
    const text = await scene.client?.classes.calendar({ params: { id } })
    if (text !== undefined) saveFile(`${id}.ics`, 'text/calendar;charset=utf-8', text)
  })
