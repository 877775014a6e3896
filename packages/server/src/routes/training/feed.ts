import { sha256 } from '../../auth/hash.ts'
import { mainSettings, offeredLanguages } from '../../rules/content/languages.ts'
import type { Handlers } from '../../http/call.ts'
import { notFound } from '../../problem.ts'
import { shownText } from '../../rules/training/content.ts'
import { classEvent } from '../../rules/training/class-calendar.ts'
import { openStatuses } from '../../rules/training/due.ts'
import { feedCalendar, feedWords, type FeedDay } from '../../rules/training/feed-calendar.ts'
import type { Services } from '../../services.ts'
import type { Tables } from '../../store/store.ts'
import { zoneOf } from '../boards/give.ts'
import { baseOf } from '../shared/base-of.ts'
import { newToken } from '../shared/new-token.ts'

/** The most records of one kind in a feed; the records that are due soonest come first. */
const most = { limit: 500 }

export const trainingFeed: Handlers<'trainingFeed'> = {
  async get({ tables, caller }) {
    const feed = await tables.trainingFeeds.of(caller.user.id)
    return { body: feed ? { createdAt: feed.createdAt } : {} }
  },

  async create({ tables, caller, now: createdAt, services, request }) {
    const key = newToken()
    const keyHash = await sha256(key)
    await tables.trainingFeeds.put({ userId: caller.user.id, keyHash, createdAt })
    return { body: { createdAt, url: `${baseOf(services, request)}/calendar/${key}.ics` } }
  },

  async remove({ tables, caller }) {
    await tables.trainingFeeds.remove(caller.user.id)
  },
}

/** Answers calendar programs, which know the secret in the address and have no token. */
export function calendarFeeds(services: Services) {
  return async (request: Request, { file = '' }: Record<string, string>): Promise<Response> => {
    const tables = services.store.read
    const [, key] = /^([\w-]{22})\.ics$/.exec(file) ?? []
    const feed =
      key === undefined ? undefined : await tables.trainingFeeds.byHash(await sha256(key))
    const user = feed && (await tables.users.get(feed.userId))
    if (!user?.active) throw notFound('calendar')
    const settings = await services.settings(tables)
    const offered = offeredLanguages(settings)
    const language = user.language ?? offered[0] ?? 'en'
    const { now } = services
    const at = { tables, userId: user.id, wanted: [language, ...offered], now: now(), language }
    const text = feedCalendar(
      { days: [...(await dueDays(at)), ...(await endDays(at))], classes: await classesOf(at) },
      { ...at, zone: zoneOf(settings), vendor: mainSettings(settings)?.vendor.name ?? '' },
    )
    return new Response(request.method === 'HEAD' ? null : text, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
      },
    })
  }
}

interface Asked {
  tables: Tables
  userId: string
  language: string
  wanted: readonly string[]
  now: string
}

/** The days on which courses are due that are not done. */
async function dueDays({ tables, userId, wanted }: Asked): Promise<FeedDay[]> {
  const filter = { userIds: [userId], statuses: openStatuses }
  const { items } = await tables.enrolments.list(filter, most)
  const courses = await tables.courses.many([...new Set(items.map(({ courseId }) => courseId))])
  return items.flatMap(({ id, revision, dueAt, courseId }) => {
    const course = courses.find((one) => one.id === courseId)
    if (dueAt === undefined || !course) return []
    const { title } = shownText(course, wanted)
    return [{ id, revision, kind: 'due' as const, title, at: dueAt }]
  })
}

/** The days on which certificates end. */
async function endDays({ tables, userId, wanted }: Asked): Promise<FeedDay[]> {
  const { items } = await tables.awards.list({ userIds: [userId], statuses: ['active'] }, most)
  const ids = [...new Set(items.map(({ certificationId }) => certificationId))]
  const certifications = await tables.certifications.many(ids)
  return items.flatMap(({ id, revision, validUntil, certificationId }) => {
    const certification = certifications.find((one) => one.id === certificationId)
    if (validUntil === undefined || !certification) return []
    const { title } = shownText(certification, wanted)
    return [{ id, revision, kind: 'ends' as const, title, at: validUntil }]
  })
}

/** The classes to come that the person has a seat in, or waits for; also those that were called off. */
async function classesOf({ tables, userId, wanted, now, language }: Asked): Promise<string[][]> {
  const { items } = await tables.classes.list({ after: now, bookedBy: userId }, most)
  const courses = await tables.courses.many([...new Set(items.map(({ courseId }) => courseId))])
  const bookings = await tables.classes.bookings(items.map(({ id }) => id))
  return items.flatMap((one) => {
    const course = courses.find(({ id }) => id === one.courseId)
    if (course?.status !== 'published') return []
    const { title } = shownText(course, wanted)
    const mine = bookings.find(({ classId, userId: who }) => classId === one.id && who === userId)
    const waits = mine?.status === 'waiting'
    const summary = waits ? `${feedWords(language).waits}: ${title}` : title
    return [classEvent(one, { summary, hasSeat: !waits, waits, now })]
  })
}
