import type { Person } from '@prmkit/contract'
import { mainSettings } from '../../rules/content/languages.ts'
import type { JobKind } from '../../background/runner.ts'
import { newId } from '../../ids.ts'
import { isInAudience, readerOf } from '../../rules/shared/audience.ts'
import { addDays, endOfDay, today } from '../../rules/shared/zones.ts'
import { newEnrolment } from '../../rules/training/enrolments.ts'
import type { PartnerRecord, UserRecord } from '../../store/records.ts'
import type { Store, Tables } from '../../store/store.ts'
import type { CourseRecord, EnrolmentRule } from '../../store/training-records.ts'
import { zoneOf } from '../boards/give.ts'
import { note } from '../shared/journal.ts'
import { enrolmentResource } from './resource.ts'

/** The kind of the jobs that enrol people by the vendor’s rules. */
export const enrolKind = 'enrol-by-rules'

/** The people of one partner that a transaction enrols, so that none is long. */
const batch = 100

/** The resource of a job for every partner. */
const everyPartner = 'programme'

/**
 * Asks for the rules to be followed for the people of a partner, or of every partner, once whoever
 * asks has committed; where the vendor has no rules, nothing is asked for.
 */
export async function askToEnrol(
  { work, programme }: Tables,
  now: string,
  partnerId?: string,
): Promise<void> {
  if ((await programme.enrolmentRules()).length === 0) return
  const whose =
    partnerId === undefined
      ? { resource: everyPartner, resourceId: 'all' }
      : { resource: 'partners', resourceId: partnerId }
  await work.add([{ id: newId('job'), kind: enrolKind, ...whose }], now)
}

/** A course that a rule asks for. */
interface Asked {
  course: CourseRecord
  rule: EnrolmentRule
}

/**
 * Enrols people by the vendor’s rules. A rule holds for everybody in its audience: for those who are there
 * when it comes, for new people, and for those whose partner gets another tier. A person who
 * was enrolled in a course before, even where they withdrew or finished it, is not enrolled again.
 */
export const enrolByRules: JobKind = {
  async run({ store, now }, _performer, { resource, resourceId }) {
    const asked = await askedCourses(store.read)
    if (asked.length === 0) return
    if (resource !== everyPartner) {
      const partner = await store.read.partners.get(resourceId)
      if (partner) await enrolPartner(store, partner, asked, now())
      return
    }
    let cursor: string | undefined
    do {
      const page = await store.read.partners.list(
        { scope: { kind: 'all' } },
        { limit: batch, ...(cursor !== undefined && { cursor }) },
      )
      for (const partner of page.items) await enrolPartner(store, partner, asked, now())
      cursor = page.nextCursor
    } while (cursor !== undefined)
  },
}

/** The published courses of all rules, those that are due soonest first. */
async function askedCourses({ programme, courses, paths }: Tables): Promise<Asked[]> {
  const rules = await programme.enrolmentRules()
  const ways = await paths.many(rules.flatMap(({ pathId }) => pathId ?? []))
  const named = rules.flatMap((rule) => {
    const way = ways.find(({ id, status }) => id === rule.pathId && status === 'published')
    const required = way?.courses.filter((one) => one.required).map(({ courseId }) => courseId)
    return (required ?? [rule.courseId ?? []].flat()).map((courseId) => ({ rule, courseId }))
  })
  const found = await courses.many([...new Set(named.map(({ courseId }) => courseId))])
  return named
    .flatMap(({ rule, courseId }): Asked[] => {
      const course = found.find(({ id, status }) => id === courseId && status === 'published')
      return course ? [{ rule, course }] : []
    })
    .toSorted((one, other) => (one.rule.dueDays ?? 1e6) - (other.rule.dueDays ?? 1e6))
}

async function enrolPartner(
  store: Store,
  partner: PartnerRecord,
  asked: readonly Asked[],
  now: string,
): Promise<void> {
  let cursor: string | undefined
  do {
    const page = await store.read.users.ofPartner(partner.id, '', {
      ...{ limit: batch, ...(cursor !== undefined && { cursor }) },
    })
    const wanted = page.items.flatMap((user) => askedOf(user, partner, asked))
    const missing = await withoutKnown(store.read, wanted)
    if (missing.length > 0)
      await store.write((tables) => enrolAll(tables, missing, partner.id, now))
    cursor = page.nextCursor
  } while (cursor !== undefined)
}

type Wanted = Asked & { userId: string }

/** The courses that the rules ask of somebody at a partner, each once. */
function askedOf(user: UserRecord, partner: PartnerRecord, asked: readonly Asked[]): Wanted[] {
  if (user.role === 'vendor_manager') return []
  const scope = { kind: 'partner' as const, partnerId: partner.id }
  const reader = readerOf({ side: 'partner', role: user.role, scope }, [partner])
  const own = asked.filter(
    ({ rule, course }) =>
      isInAudience(rule.audience, reader) && isInAudience(course.audience, reader),
  )
  const first = new Map(own.toReversed().map((one) => [one.course.id, one]))
  return [...first.values()].map((one) => ({ ...one, userId: user.id }))
}

async function withoutKnown({ enrolments }: Tables, wanted: readonly Wanted[]): Promise<Wanted[]> {
  if (wanted.length === 0) return []
  const known = await enrolments.latest(
    [...new Set(wanted.map(({ userId }) => userId))],
    [...new Set(wanted.map(({ course }) => course.id))],
  )
  const names = new Set(known.map(({ userId, courseId }) => `${userId} ${courseId}`))
  return wanted.filter(({ userId, course }) => !names.has(`${userId} ${course.id}`))
}

async function enrolAll(
  tables: Tables,
  wanted: readonly Wanted[],
  partnerId: string,
  now: string,
): Promise<void> {
  const people = [...new Set(wanted.map(({ userId }) => userId))]
  await tables.points.lockNames(people.map((userId) => `enrolments ${userId}`))
  const settings = await tables.programme.settings()
  const zone = zoneOf(settings)
  const assignedBy: Person = {
    name: mainSettings(settings)?.vendor.name ?? 'System',
    side: 'system',
  }
  // Somebody may have been enrolled since they were read.
  for (const { course, rule, userId } of await withoutKnown(tables, wanted)) {
    const { dueDays, pathId } = rule
    const after = newEnrolment(newId('enrolment'), course, { userId, partnerId }, now, {
      ...{ assignedBy, ...(pathId !== undefined && { pathId }) },
      ...(dueDays !== undefined && { dueAt: endOfDay(addDays(today(now, zone), dueDays), zone) }),
    })
    await tables.enrolments.put([after])
    const doer = { tables, now, requestId: 'job' }
    await note(enrolmentResource, doer, { type: enrolmentResource.events.created, after })
  }
}
