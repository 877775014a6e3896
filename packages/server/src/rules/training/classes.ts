import type { TrainingClass } from '@prmkit/contract'
import type { BookingRecord, ClassRecord } from '../../store/training-records.ts'

/** The seats of a class that are left, and how many people wait for one. */
export function seatsOf(
  { id, seats }: Pick<ClassRecord, 'id' | 'seats'>,
  bookings: readonly BookingRecord[],
): { seatsLeft: number; waiting: number } {
  const here = bookings.filter(({ classId }) => classId === id)
  const waiting = here.filter(({ status }) => status === 'waiting').length
  return { seatsLeft: Math.max(0, seats - (here.length - waiting)), waiting }
}

/** The instant of a new booking, which comes after each before it, also of those in the same millisecond. */
export function nextPlace(bookings: readonly BookingRecord[], now: string): string {
  const last = bookings.at(-1)?.at ?? ''
  return last < now ? now : new Date(Date.parse(last) + 1).toISOString()
}

/** Tells whether seats can still be taken and given back. */
export function mayBook(
  { status, startsAt }: Pick<ClassRecord, 'status' | 'startsAt'>,
  now: string,
): boolean {
  return status === 'scheduled' && startsAt > now
}

/** Tells whether the vendor can say who was there. */
export function mayAttend(
  { status, startsAt }: Pick<ClassRecord, 'status' | 'startsAt'>,
  now: string,
): boolean {
  return status !== 'cancelled' && startsAt <= now
}

/** The facts that showing classes to somebody needs. */
export interface ClassShowing {
  now: string
  bookings: readonly BookingRecord[]
  /** Titles of courses by id. */
  titles: ReadonlyMap<string, string>
  /** Names of people by id, for the vendor. */
  names: ReadonlyMap<string, string>
  isVendor: boolean
  mayWrite: boolean
  /** The reader, where they can have a seat. */
  userId?: string
  mayBook?: boolean
}

/** A class as its reader sees it. The address of the meeting is for those with a seat. */
export function showClass(record: ClassRecord, showing: ClassShowing): TrainingClass {
  const { now, bookings, titles, names, isVendor, mayWrite, userId } = showing
  const { courseId, link, source: _, ...shown } = record
  const here = bookings.filter(({ classId }) => classId === record.id)
  const mine = here.find((booking) => booking.userId === userId)
  const isOpen = showing.mayBook === true && mayBook(record, now)
  const hasSeat = mine !== undefined && mine.status !== 'waiting'
  const waiting = here.filter(({ status }) => status === 'waiting')
  return {
    ...{ ...shown, ...seatsOf(record, bookings) },
    course: { id: courseId, title: titles.get(courseId) ?? '–' },
    allowedActions: [
      ...(isOpen ? [mine ? 'cancel' : 'book'] : []),
      ...(mayWrite && isVendor && mayAttend(record, now) ? ['attend'] : []),
    ],
    ...(link !== undefined && (hasSeat || isVendor) && { link }),
    ...(mine && {
      mine: {
        status: mine.status,
        ...(mine.status === 'waiting' && { place: waiting.indexOf(mine) + 1 }),
      },
    }),
    ...(isVendor && {
      bookings: here.map((booking) => ({
        ...{ userId: booking.userId, name: names.get(booking.userId) ?? '–' },
        status: booking.status,
      })),
    }),
  }
}
