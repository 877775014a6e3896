import type { Routes, TrainingClass } from '@prmkit/contract'
import type { Call, Handlers } from '../../http/call.ts'
import { notFound, ProblemError } from '../../problem.ts'
import { newId } from '../../ids.ts'
import { maySee } from '../../rules/shared/callers.ts'
import { classCalendar } from '../../rules/training/class-calendar.ts'
import {
  mayAttend,
  mayBook,
  nextPlace,
  seatsOf,
  showClass,
  type ClassShowing,
} from '../../rules/training/classes.ts'
import { isDone, isOpen } from '../../rules/training/due.ts'
import { begunAnew, completed, newEnrolment } from '../../rules/training/enrolments.ts'
import type { BookingRecord, ClassRecord, EnrolmentRecord } from '../../store/training-records.ts'
import { isVendor, languagesFor, mayWrite, type Reading } from '../content/reader.ts'
import { disposition } from '../files/file-bytes.ts'
import { announce, note, type Doer } from '../shared/journal.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { issueFor, revokeFor } from './issue.ts'
import { contentFilter, learnerOf, namesOf, titlesOf } from './reading.ts'
import { classResource, enrolmentResource, type ClassWithCourse } from './resource.ts'
import { moveUp } from './waiting-list.ts'

type Operations = Routes['classes']
type OfOne = Call<
  Operations['get'] | Operations['book'] | Operations['cancel'] | Operations['attend']
>

export const classes: Handlers<'classes'> = {
  async list(call) {
    const { tables, caller, query, now } = call
    const { courseId, booked, past = false } = query
    const found = await tables.courses.list(
      { ...contentFilter(caller), ...(courseId !== undefined && { ids: [courseId] }) },
      { limit: 5000 },
    )
    const filter = {
      courseIds: found.items.map(({ id }) => id),
      ...(past ? { until: now } : { after: now }),
      ...(booked && { bookedBy: caller.user.id }),
    }
    const page = await tables.classes.list(filter, paging(query))
    const items = await showClasses(call, page.items)
    return pageOf({ ...page, items }, (one) => one)
  },

  async get(call) {
    return answer(call, await visible(call, 'load'))
  },

  async book(call) {
    const { tables, caller, now } = call
    const record = await visible(call, 'lock')
    const learner = learnerOf(caller)
    const bookings = await tables.classes.bookings([record.id])
    const mine = bookings.find(({ userId }) => userId === caller.user.id)
    if (mine || !learner) return answer(call, record)
    if (!mayBook(record, now))
      throw new ProblemError('state-conflict', 'The class takes no bookings any more.')
    const { seatsLeft } = seatsOf(record, bookings)
    const status = seatsLeft > 0 ? 'booked' : 'waiting'
    const at = nextPlace(bookings, now)
    await tables.classes.book([{ classId: record.id, ...learner, status, at }])
    await announce(classResource, tables, record, classResource.events.booked, now)
    return answer(call, record)
  },

  async cancel(call) {
    const { tables, caller, now } = call
    const record = await visible(call, 'lock')
    const bookings = await tables.classes.bookings([record.id])
    const mine = bookings.find(({ userId }) => userId === caller.user.id)
    if (!mine) return answer(call, record)
    if (!mayBook(record, now))
      throw new ProblemError('state-conflict', 'The class has begun or is over.')
    await tables.classes.cancel(record.id, mine.userId)
    const others = bookings.filter(({ userId }) => userId !== mine.userId)
    await moveUp(tables, record, others, now)
    await announce(classResource, tables, record, classResource.events.cancelled, now)
    return answer(call, record)
  },

  async calendar(call) {
    const { tables, caller, now } = call
    const record = await visible(call, 'load')
    const [shown] = await showClasses(call, [record])
    const bookings = await tables.classes.bookings([record.id])
    const isIn = bookings.some(
      ({ userId, status }) => userId === caller.user.id && status !== 'waiting',
    )
    const text = classCalendar(shown!, isIn || isVendor(caller), now)
    return new Response(text, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': disposition(`${record.id}.ics`),
      },
    })
  },

  async attend(call) {
    const { tables, body, now } = call
    const found = await visible(call, 'lock')
    if (!mayAttend(found, now))
      throw new ProblemError('state-conflict', 'The class was called off, or has not begun yet.')
    const bookings = await tables.classes.bookings([found.id])
    const { attended = [], missed = [] } = body
    const changed = bookings.flatMap((booking): BookingRecord[] => {
      const { userId } = booking
      if (attended.includes(userId)) return [{ ...booking, status: 'attended' }]
      return missed.includes(userId) ? [{ ...booking, status: 'missed' }] : []
    })
    await tables.classes.book(changed)
    const corrected = bookings.filter(({ status }) => status === 'attended')
    for (const booking of changed)
      if (booking.status === 'attended') await finish(call, found, booking)
      else if (corrected.some(({ userId }) => userId === booking.userId))
        await takeBack(call, found, booking)
    const { course: _, ...record } = found
    const after: ClassRecord = {
      ...{ ...record, status: 'held', updatedAt: now, revision: found.revision + 1 },
    }
    await tables.classes.put([after])
    await announce(classResource, tables, { ...after, course: found.course }, 'class.updated', now)
    return answer(call, { ...after, course: found.course })
  },
}

/** A class whose course the caller may see, kept from others where it is locked. */
async function visible(
  { tables, params, caller, services, now }: Reading & { params: { id: string } },
  how: 'load' | 'lock',
): Promise<ClassWithCourse> {
  const found = await classResource[how](tables, params.id, services.resources)
  const isSeen =
    found && (caller.kind === 'api-key' || maySee(caller, classResource.owned(found, now)))
  if (!isSeen) throw notFound(classResource.noun)
  return found
}

/** Marks the course as done for somebody who attended. */
async function finish(
  call: Call<Operations['attend']>,
  { id: classId, course, endsAt }: ClassWithCourse,
  { userId, partnerId }: BookingRecord,
): Promise<void> {
  const { tables, now } = call
  await tables.points.lockNames([`enrolments ${userId}`])
  const [last] = await tables.enrolments.latest([userId], [course.id])
  if (last && isDone(last)) return
  const before = last && isOpen(last) ? last : undefined
  const base =
    before ?? newEnrolment(newId('enrolment'), course, { userId, partnerId }, now, { last })
  const at = endsAt < now ? endsAt : now
  const after = {
    ...{ ...completed(base, at, { success: 'passed' }), startedAt: base.startedAt ?? at },
    classId,
    ...{ updatedAt: now, revision: before ? before.revision + 1 : 1 },
  }
  await tables.enrolments.put([after])
  const type = enrolmentResource.events.completed
  await note(enrolmentResource, doerOf(call), { type, ...(before && { before }), after })
  await issueFor(doerOf(call), after)
}

/** Opens the course again for somebody who did not attend after all, and takes back its points and awards. */
async function takeBack(
  call: Call<Operations['attend']>,
  { id, course }: ClassWithCourse,
  { userId }: BookingRecord,
): Promise<void> {
  const { tables, now } = call
  await tables.points.lockNames([`enrolments ${userId}`])
  const [before] = await tables.enrolments.latest([userId], [course.id])
  if (before?.classId !== id || before.status !== 'completed') return
  const after: EnrolmentRecord = {
    ...{ ...begunAnew(before, course), updatedAt: now, revision: before.revision + 1 },
    statusReason: missedClass,
  }
  await tables.enrolments.put([after])
  const undoes = { types: [enrolmentResource.events.completed], at: before.updatedAt }
  const told = { type: 'enrolment.reset', before, after, reason: missedClass, undoes }
  await note(enrolmentResource, doerOf(call), told)
  await revokeFor(doerOf(call), before, missedClass)
}

/** The reason for taking points and awards back from somebody who did not attend. */
const missedClass = { code: 'class_missed' }

function doerOf({ tables, now, requestId, caller }: Call<Operations['attend']>): Doer {
  return { tables, now, requestId, ...(caller.kind === 'session' && { caller }) }
}

async function showClasses(
  call: Reading,
  records: readonly ClassRecord[],
): Promise<TrainingClass[]> {
  const { tables, caller, now } = call
  const wanted = await languagesFor(call)
  const bookings = await tables.classes.bookings(records.map(({ id }) => id))
  const showing: ClassShowing = {
    ...{ now, bookings, isVendor: isVendor(caller), mayWrite: mayWrite(caller) },
    titles: await titlesOf(
      call,
      records.map(({ courseId }) => courseId),
      wanted,
    ),
    names: isVendor(caller) ? await namesOf(call, bookings) : new Map(),
    ...(caller.kind === 'session' &&
      caller.partnerId !== undefined && { userId: caller.user.id, mayBook: !caller.readOnly }),
  }
  return records.map((one) => showClass(one, showing))
}

async function answer(call: Reading & OfOneParams, found: ClassWithCourse) {
  const { course: _, ...stored } = found
  const [body] = await showClasses(call, [stored])
  return {
    body: body!,
    revision: found.revision,
    shows: { resource: classResource.name, id: found.id },
  }
}

type OfOneParams = Pick<OfOne, 'params'>
