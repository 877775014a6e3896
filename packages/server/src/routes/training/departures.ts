import type { Clock } from '../../resource.ts'
import type { UserRecord } from '../../store/records.ts'
import type { AwardRecord } from '../../store/training-records.ts'
import { announce } from '../shared/journal.ts'
import { endSessions } from './end-sessions.ts'
import { classResource } from './resource.ts'
import { courseAsBegun } from './versions.ts'
import { moveUp } from './waiting-list.ts'

/** More than anybody has. */
const all = { limit: 10_000 }

/** The facts about a person that say at which partners they work. */
type Place = Pick<UserRecord, 'active' | 'role' | 'partnerIds'>

const partnersOf = ({ active, role, partnerIds }: Place) =>
  active && role !== 'vendor_manager' ? partnerIds : []

/**
 * Follows somebody who leaves partners or comes back to them: seats of classes to come are free for those
 * who wait, and what they hold is marked with the instant, from which the company’s grace runs.
 */
export async function followMove(
  doer: Clock,
  { id, ...before }: Place & { id: string },
  after: Place,
): Promise<void> {
  const [old, now] = [partnersOf(before), partnersOf(after)]
  const left = old.filter((one) => !now.includes(one))
  const back = now.filter((one) => !old.includes(one))
  if (left.length > 0) await giveUpSeats(doer, id, left)
  if (left.length + back.length > 0) await markAwards(doer, id, left, back)
}

/** Frees somebody’s seats in classes to come, at these partners or all, for people who wait. */
async function giveUpSeats(
  { tables, now }: Clock,
  userId: string,
  partnerIds?: readonly string[],
): Promise<void> {
  const { items } = await tables.classes.list({ after: now, bookedBy: userId }, all)
  // The classes are locked in one order, so that two departures at once do not block each other.
  for (const { id } of items.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const record = await classResource.lock(tables, id, new Map())
    if (!record || record.startsAt <= now) continue
    const bookings = await tables.classes.bookings([id])
    const mine = bookings.find((one) => one.userId === userId)
    if (!mine || partnerIds?.includes(mine.partnerId) === false) continue
    await tables.classes.cancel(id, userId)
    await moveUp(
      tables,
      record,
      bookings.filter((one) => one !== mine),
      now,
    )
    await announce(classResource, tables, record, classResource.events.cancelled, now)
  }
}

/** Marks somebody’s awards at partners that they left, and takes the mark away at partners that they came back to. */
async function markAwards(
  { tables, now }: Clock,
  userId: string,
  left: readonly string[],
  back: readonly string[],
): Promise<void> {
  await tables.points.lockNames([`awards ${userId}`])
  const { items } = await tables.awards.list({ userIds: [userId], statuses: ['active'] }, all)
  const changed = items.flatMap((award): AwardRecord[] => {
    const { leftAt, ...rest } = award
    if (left.includes(award.partnerId)) return [{ ...rest, leftAt: now }]
    return leftAt !== undefined && back.includes(award.partnerId) ? [rest] : []
  })
  if (changed.length > 0) await tables.awards.put(changed)
}

/** Takes the seats of somebody who is erased. */
export const eraseSeats = (doer: Clock, { id }: UserRecord) => giveUpSeats(doer, id)

/** Marks the awards of an erased person, so that their company gets its grace. */
export const eraseHolder = (doer: Clock, user: UserRecord) =>
  markAwards(doer, user.id, partnersOf(user), [])

/**
 * Ends the courses that are open, so that nothing more comes from them, and forgets the state that courses
 * keep of their learner; results stay. Places are JSON, which ends an agent by a quote.
 */
export async function eraseReports({ tables, now }: Clock, { id }: UserRecord): Promise<void> {
  const { items } = await tables.enrolments.list({ userIds: [id] }, all)
  const registrations = items.flatMap(({ registration }) => registration ?? [])
  for (const enrolment of items) {
    if (enrolment.registration === undefined) continue
    const course = (await tables.courses.get(enrolment.courseId))!
    const begun = await courseAsBegun(tables, course, enrolment)
    await endSessions({ tables, now }, begun, enrolment.registration)
  }
  await tables.documents.removeAt([`#${id}"`, ...registrations])
}
