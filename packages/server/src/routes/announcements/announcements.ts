import type { Announcement, Routes } from '@prmkit/contract'
import { bestLanguage } from '../../http/headers.ts'
import type { Call, Handlers } from '../../http/call.ts'
import { ProblemError } from '../../problem.ts'
import { visibleRecord } from '../../resource.ts'
import { isAsked, showAnnouncement } from '../../rules/announcements/view.ts'
import type { AnnouncementMarks, AnnouncementRecord } from '../../store/announcements.ts'
import { pageOf, paging } from '../shared/paging.ts'
import type { Reading } from '../shared/programme.ts'
import { offeredLanguages } from '../../rules/content/languages.ts'
import { announcementResource } from './resource.ts'

type Operations = Routes['announcements']

export const announcements: Handlers<'announcements'> = {
  async list(call) {
    const { tables, caller, query, now } = call
    const { sort = 'from_desc', unread, facets = false } = query
    const userId = caller.user.id
    const filter = { reader: caller.reader, now, userId, ...(unread !== undefined && { unread }) }
    const [page, count] = await Promise.all([
      tables.announcements.list(filter, sort, paging(query)),
      facets ? tables.announcements.count(filter) : undefined,
    ])
    const ids = page.items.map(({ id }) => id)
    const [marks, show] = [await tables.announcements.marks(userId, ids), await showFor(call)]
    const { body } = pageOf(page, (record) => show(record, marks.get(record.id) ?? {}))
    return { body: { ...body, ...(count && counted(count)) } }
  },

  async get(call) {
    const record = await visible(call)
    const marks = await call.tables.announcements.marks(call.caller.user.id, [record.id])
    return answer(call, record, marks.get(record.id) ?? {})
  },

  async read(call) {
    const record = await visible(call)
    return answer(call, record, await mark(call, record, { readAt: call.now }))
  },

  async acknowledge(call) {
    const record = await visible(call)
    const { tables, caller, now } = call
    const before = (await tables.announcements.marks(caller.user.id, [record.id])).get(record.id)
    if (before?.acknowledgedAt !== undefined) return answer(call, record, before)
    if (!isAsked(record, before ?? {}, caller, now))
      throw new ProblemError(
        'state-conflict',
        record.acknowledge
          ? `The announcement ended at ${record.validUntil}; nobody is asked to acknowledge it now.`
          : 'The announcement asks nobody to acknowledge it.',
      )
    const marks = await mark(call, record, { readAt: now, acknowledgedAt: now })
    await tables.audit.append({
      ...{ at: now, userId: caller.user.id, sessionId: caller.session.id },
      ...(caller.partnerId !== undefined && { partnerId: caller.partnerId }),
      ...{ action: 'announcement.acknowledged', resource: announcementResource.name },
      ...{ resourceId: record.id, requestId: call.requestId },
    })
    return answer(call, record, marks)
  },
}

type OfOne = Call<Operations['get'] | Operations['read'] | Operations['acknowledge']>

/** An announcement that the caller is meant to read and that has begun; any other does not exist. */
function visible(call: OfOne): Promise<AnnouncementRecord> {
  return visibleRecord(announcementResource, call, call.params.id)
}

function mark({ tables, caller }: OfOne, { id }: AnnouncementRecord, marks: AnnouncementMarks) {
  return tables.announcements.mark(caller.user.id, id, marks)
}

async function answer(call: OfOne, record: AnnouncementRecord, marks: AnnouncementMarks) {
  const show = await showFor(call)
  return {
    body: show(record, marks),
    revision: record.revision,
    shows: { resource: announcementResource.name, id: record.id },
  }
}

/** Shows announcements to the caller, each in the language of its own that they like best. */
async function showFor(call: Reading) {
  const { services, tables, languages, caller, now } = call
  const offered = offeredLanguages(await services.settings(tables))
  return (record: AnnouncementRecord, marks: AnnouncementMarks): Announcement => {
    const own = [record.language, ...offered]
    return showAnnouncement(record, bestLanguage(languages, record.texts, own), marks, caller, now)
  }
}

function counted({ total, read, unread }: { total: number; read: number; unread: number }) {
  const facet = [
    { value: 'true', count: unread },
    { value: 'false', count: read },
  ]
  return { total, facets: { unread: facet } }
}
