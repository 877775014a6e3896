import { mayBook, seatsOf } from '../../rules/training/classes.ts'
import type { Tables } from '../../store/store.ts'
import type { BookingRecord } from '../../store/training-records.ts'
import { askForMail } from '../mail/mail-kind.ts'
import { announce } from '../shared/journal.ts'
import { classResource, type ClassWithCourse } from './resource.ts'
import { seatOf } from '../../rules/training/seats.ts'

/** Gives the free seats of a class to those who wait longest, and tells each of them. */
export async function moveUp(
  tables: Tables,
  record: ClassWithCourse,
  bookings: readonly BookingRecord[],
  now: string,
): Promise<void> {
  if (!mayBook(record, now)) return
  const { seatsLeft } = seatsOf(record, bookings)
  const next = bookings.filter(({ status }) => status === 'waiting').slice(0, seatsLeft)
  await tables.classes.book(next.map((one) => ({ ...one, status: 'booked' })))
  const { events } = classResource
  for (const { partnerId, userId } of next) {
    const owned = () => ({ partnerIds: [partnerId], ownerUserId: userId })
    await announce({ ...classResource, owned }, tables, record, events.movedUp, now)
    const id = seatOf(record.id, userId)
    await askForMail(tables, classResource, { type: events.movedUp, id }, now)
  }
}
