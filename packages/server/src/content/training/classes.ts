import { newId } from '../../ids.ts'
import { classResource, type ClassWithCourse } from '../../routes/training/resource.ts'
import { announce } from '../../routes/shared/journal.ts'
import { moveUp } from '../../routes/training/waiting-list.ts'
import { isZone } from '../../rules/shared/zones.ts'
import type { UserRecord } from '../../store/records.ts'
import type { BookingRecord, ClassRecord, CourseRecord } from '../../store/training-records.ts'
import { Dates } from '../csv/dates.ts'
import { quoted } from '../problems.ts'
import { objectOf, valueOf } from '../tree/facts.ts'
import type { FoundCourse } from './find-courses.ts'
import { keepRecord, type Keeping } from './keep.ts'
import type { TrainingImport } from './training-import.ts'
import { beginning } from '../../rules/shared/beginning.ts'

/** Brings in the classes of a course; answers their keys, also of those that were left out. */
export async function importClasses(
  importing: TrainingImport,
  { key, path, facts }: FoundCourse,
  course: CourseRecord,
): Promise<string[]> {
  const { tell, store, log } = importing
  const given = facts['classes']
  if (given === undefined) return []
  const list = Array.isArray(given) ? given : [given]
  const keys = list.map((one, place) => {
    const values = objectOf(one)
    return `${key}#${valueOf(values, 'id') ?? valueOf(values, 'starts') ?? place + 1}`
  })
  const known = await store.read.content.find(classResource.name, keys)
  for (const [place, one] of list.entries()) {
    const name = keys[place]!
    const values = objectOf(one)
    const wrong = (text: string) =>
      tell(`classes, ${quoted(name.slice(key.length + 1))}: ${text}`, path)
    const made = classOf(importing, values, course, (text) => wrong(`${text} It is left out.`))
    if (!made) {
      log.report.bad++
      continue
    }
    const learners = await learnersOf(importing, values, wrong)
    await keepRecord(importing, keepingOf(course, importing.now, learners), name, {
      ...{ ...made, id: known.get(name)?.id ?? newId('class') },
      ...{ externalIds: { key: name }, source: `training/${path}` },
    })
  }
  return keys
}

/** Somebody whom the vendor has down for a class. */
type Booked = Pick<BookingRecord, 'userId' | 'partnerId'>

/** The people of partners whom a class names; an unknown one is told and left out. */
async function learnersOf(
  { references }: TrainingImport,
  values: Readonly<Record<string, unknown>>,
  wrong: (text: string) => void,
): Promise<Booked[]> {
  const booked = values['booked'] ?? []
  const keys = (Array.isArray(booked) ? booked : [booked]).map(String)
  await references.load('users', keys)
  await references.loadRecords('users', keys)
  return [...new Set(keys)].flatMap((key) => {
    const userId = references.id('users', key)
    const user = userId && (references.record('users', userId) as UserRecord | undefined)
    const partnerId = user ? user.partnerIds[0] : undefined
    if (userId && partnerId !== undefined) return [{ userId, partnerId }]
    wrong(`booked: ${references.missing('users', key)}`)
    return []
  })
}

/** Bookings in their order; those beyond the seats wait. */
const bookingsOf = (
  { id, seats }: Pick<ClassRecord, 'id' | 'seats'>,
  learners: readonly Booked[],
  now: string,
): BookingRecord[] =>
  learners.map((learner, place) => ({
    ...{ classId: id, ...learner, status: place < seats ? 'booked' : 'waiting' },
    at: new Date(Date.parse(now) + place).toISOString(),
  }))

const keepingOf = (
  course: CourseRecord,
  now: string,
  learners: readonly Booked[],
): Keeping<ClassRecord> => ({
  resource: classResource,
  table: (tables) => tables.classes,
  async changed(tables, after, before) {
    const whole = (record: ClassRecord): ClassWithCourse => ({ ...record, course })
    const { updated } = classResource.events
    // Later on the people themselves book and cancel.
    if (!before) await tables.classes.book(bookingsOf(after, learners, now))
    await announce(classResource, tables, whole(after), updated, now, whole(before ?? after))
    // The vendor may have added seats.
    const bookings = before ? await tables.classes.bookings([after.id]) : []
    await moveUp(tables, whole(after), bookings, now)
  },
})

function classOf(
  { dates: vendors, zone, now, languages }: TrainingImport,
  values: Readonly<Record<string, unknown>>,
  course: CourseRecord,
  wrong: (text: string) => void,
): Omit<ClassRecord, 'id' | 'externalIds'> | undefined {
  const timeZone = valueOf(values, 'timeZone') ?? zone
  if (!isZone(timeZone)) return void wrong(`${quoted(timeZone)} is no time zone.`)
  const dates = timeZone === zone ? vendors : new Dates(now, timeZone)
  const instant = (name: string) => dates.instant(valueOf(values, name) ?? '')
  const [startsAt, endsAt] = [instant('starts'), instant('ends')]
  if (startsAt === undefined || endsAt === undefined || endsAt <= startsAt)
    return void wrong('Write “starts” and a later “ends”, such as 2026-03-31 09:00.')
  const seats = Number(valueOf(values, 'seats') ?? NaN)
  if (!Number.isInteger(seats) || seats < 1 || seats > 10_000)
    return void wrong('Write how many “seats” it has.')
  const [place, link] = [valueOf(values, 'place'), valueOf(values, 'link')]
  if (place === undefined && link === undefined) return void wrong('Write its “place” or “link”.')
  if (link !== undefined && !(/^https:\/\//i.test(link) && URL.canParse(link)))
    return void wrong(`link: ${quoted(link)} is no https address.`)
  const trainer = valueOf(values, 'trainer')
  return {
    ...{ createdAt: now, updatedAt: now, revision: 0, courseId: course.id },
    ...{ startsAt, endsAt, timeZone, seats },
    status: values['cancelled'] === true ? 'cancelled' : 'scheduled',
    language: valueOf(values, 'language') ?? languages[0] ?? 'en',
    ...(place !== undefined && { place: beginning(place, 300) }),
    ...(link !== undefined && { link }),
    ...(trainer !== undefined && { trainer: beginning(trainer, 200) }),
  }
}
