import assert from 'node:assert/strict'
import type { Store } from '../src/index.ts'
import type { TestApp } from './app.ts'
import { aUser, later } from './records.ts'
import { aClass, seedAcademy } from './training-records.ts'

const seats = 8
/** The people who want a seat. */
export const crowd = Array.from({ length: 20 }, (_, place) => `crowd-${place}`)
/** The address of a booking of the class that everybody wants. */
export const bookingPath = '/classes/wanted/booking'

/** A class with eight seats, and twenty people at one partner. */
export async function openClass(store: Store, now: string): Promise<void> {
  await store.write(async (tables) => {
    await seedAcademy(tables, now)
    await tables.users.put(crowd.map((id) => aUser({ id, partnerIds: ['north'] })))
    const startsAt = later(now, 86_400_000)
    await tables.classes.put([
      aClass({ id: 'wanted', courseId: 'bench', seats, startsAt, endsAt: later(startsAt, 1000) }),
    ])
  })
}

/** Holds that the seats are kept after everybody booked at once, and that who waits moves up in order. */
export async function holdsTheSeats({ store, fetch }: TestApp, tokens: Map<string, string>) {
  const standing = async () => {
    const bookings = await store.read.classes.bookings(['wanted'])
    const of = (status: string) =>
      bookings.filter((one) => one.status === status).map(({ userId }) => userId)
    return { booked: of('booked'), waiting: of('waiting'), times: bookings.map(({ at }) => at) }
  }
  const leave = (people: readonly string[]) =>
    Promise.all(people.map((id) => fetch('DELETE', `/v1${bookingPath}`, tokens.get(id))))

  const first = await standing()
  assert.deepEqual([first.booked.length, first.waiting.length], [seats, crowd.length - seats])
  assert.equal(new Set(first.times).size, crowd.length, 'no two of them came at the same instant')
  for (const [place, id] of first.waiting.entries()) {
    const { body } = await fetch('GET', '/v1/classes/wanted', tokens.get(id))
    assert.deepEqual(body.mine, { status: 'waiting', place: place + 1 })
  }

  await leave(first.booked.slice(0, 3))
  const second = await standing()
  assert.deepEqual(second.booked.toSorted(), [
    ...[...first.booked.slice(3), ...first.waiting.slice(0, 3)].toSorted(),
  ])
  assert.deepEqual(second.waiting, first.waiting.slice(3))

  await leave([second.waiting[1]!])
  const third = await standing()
  assert.deepEqual(third.booked, second.booked)
  assert.deepEqual(third.waiting, second.waiting.toSpliced(1, 1))
}
