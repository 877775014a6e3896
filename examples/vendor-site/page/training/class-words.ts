import type { TrainingClass } from '@prmkit/contract'
import { figure, say, words } from '../desk/words.ts'

const locale = document.documentElement.lang

/** Begin and end of a class as its clocks show them there. */
export const periodOf = ({ startsAt, endsAt, timeZone }: TrainingClass): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone },
  }).formatRange(new Date(startsAt), new Date(endsAt))

/** The name of the time zone at the place of a class, on its day. */
export const zoneName = ({ startsAt, timeZone }: TrainingClass): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' })
    .formatToParts(new Date(startsAt))
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone

/** How many seats are taken, of how many. */
export const seatsTaken = ({ seats, seatsLeft }: TrainingClass): string =>
  say(words.trainSeatsOf, { taken: figure(seats - seatsLeft), seats: figure(seats) })
