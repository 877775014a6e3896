import type { Certification, CertificationInput, CertificationRow } from '@prmkit/contract'
import { certificationTransitionsFrom } from '@prmkit/contract/rules'
import type { Handlers } from '../../http/call.ts'
import { fault } from '../../rules/content/write.ts'
import { countsFrom, isGoodEnough } from '../../rules/training/awards.ts'
import { blankCertification, writtenCertification } from '../../rules/training/certifications.ts'
import { editableContent, shownText } from '../../rules/training/content.ts'
import type { AwardRecord, CertificationRecord } from '../../store/training-records.ts'
import { isVendor, languagesFor, mayWrite, type Reading } from '../content/reader.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { contentFilter, learnerOf, requireContent, titlesOf } from './reading.ts'
import { certificationResource } from './resource.ts'
import { contentWrites } from '../content/vendor-writes.ts'

const editable = [
  ...editableContent,
  ...['/courses', '/validityMonths', '/renewalDays', '/requirement'],
]

/** Certifications as the caller sees them. */
async function showCertifications(
  call: Reading,
  records: readonly CertificationRecord[],
): Promise<Certification[]> {
  const { tables, caller } = call
  const wanted = await languagesFor(call)
  const courseIds = records.flatMap(({ courses }) => courses.map(({ courseId }) => courseId))
  const titles = await titlesOf(call, courseIds, wanted)
  const learner = learnerOf(caller)
  const found = learner
    ? await tables.enrolments.latest([learner.userId], [...new Set(courseIds)])
    : []
  const certificationIds = records.map(({ id }) => id)
  const held = learner
    ? await tables.awards.list(
        { partnerIds: [learner.partnerId], certificationIds },
        { limit: 5000 },
      )
    : { items: [] }
  return records.map((record) => {
    const {
      courses,
      audience,
      texts: _t,
      requirement: _r,
      position: _p,
      source: _s,
      ...shown
    } = record
    const here = held.items.filter(({ certificationId }) => certificationId === record.id)
    const mine = latest(here.filter(({ userId }) => userId === learner?.userId))
    const from = mine?.status === 'active' ? '' : countsFrom(mine, record.renewalDays)
    const open = mayWrite(caller) ? certificationTransitionsFrom(record.status, 'vendor') : []
    const active = here.filter(({ status }) => status === 'active')
    return {
      ...{ ...shown, ...shownText(record, wanted) },
      allowedActions: open.map(({ action }) => action),
      editableFields: mayWrite(caller) ? editable : [],
      courses: courses.flatMap(({ courseId, minimumScore }) => {
        const title = titles.get(courseId)
        const enrolment = found.find((one) => one.courseId === courseId)
        if (title === undefined) return []
        return [
          {
            ...{ id: courseId, title, done: isGoodEnough(enrolment, minimumScore, from) },
            ...(minimumScore !== undefined && { minimumScore }),
          },
        ]
      }),
      holders: new Set(active.map(({ userId }) => userId)).size,
      ...(mine && {
        mine: {
          ...{ awardId: mine.id, status: mine.status },
          ...(mine.validUntil !== undefined && { validUntil: mine.validUntil }),
        },
      }),
      ...(isVendor(caller) && { audience }),
    }
  })
}

function latest(awards: readonly AwardRecord[]): AwardRecord | undefined {
  return awards.toSorted((one, other) => (one.issuedAt < other.issuedAt ? 1 : -1))[0]
}

async function answerCertification(call: Reading, record: CertificationRecord) {
  const [body] = await showCertifications(call, [record])
  return {
    body: body!,
    revision: record.revision,
    shows: { resource: certificationResource.name, id: record.id },
  }
}

const writes = contentWrites<
  CertificationRecord,
  CertificationInput,
  CertificationRow,
  Awaited<ReturnType<typeof answerCertification>>
>({
  resource: certificationResource,
  table: (tables) => tables.certifications,
  transitions: certificationTransitionsFrom,
  blank: blankCertification,
  write: writtenCertification,
  answer: answerCertification,
  async referenceErrors(tables, { courses }) {
    const known = await tables.courses.many(courses.map(({ courseId }) => courseId))
    return courses.flatMap(({ courseId }, place) =>
      known.some(({ id }) => id === courseId)
        ? []
        : [fault(`/courses/${place}/courseId`, 'not-found', 'There is no course with this id.')],
    )
  },
})

export const certifications: Handlers<'certifications'> = {
  async list(call) {
    const { tables, caller, query } = call
    const page = await tables.certifications.list(
      contentFilter(caller, query.status),
      paging(query),
    )
    const items = await showCertifications(call, page.items)
    return pageOf({ ...page, items }, (one) => one)
  },

  async get(call) {
    const record = await call.tables.certifications.get(call.params.id)
    return answerCertification(call, requireContent(certificationResource, call, record))
  },

  ...writes,
}
