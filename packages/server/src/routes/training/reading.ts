import { notFound } from '../../problem.ts'
import type { Resource } from '../../resource.ts'
import { maySee, type Caller, type SessionCaller } from '../../rules/shared/callers.ts'
import { shownText } from '../../rules/training/content.ts'
import type {
  CourseRecord,
  EnrolmentRecord,
  TrainingContent,
} from '../../store/training-records.ts'
import { isVendor, languagesFor, mayWrite, readerOf, type Reading } from '../content/reader.ts'

/** The content that the caller finds in lists: published, or for the vendor in the asked states. */
export function contentFilter(
  caller: Caller,
  status?: readonly TrainingContent['status'][] | undefined,
) {
  const isShown = isVendor(caller) || !status || status.includes('published')
  const statuses: readonly TrainingContent['status'][] = isVendor(caller)
    ? (status ?? ['published'])
    : isShown
      ? ['published']
      : []
  return { reader: readerOf(caller), statuses }
}

/** Content that the caller may open; any other does not exist. */
export function requireContent<Stored extends TrainingContent>(
  { noun, owned }: Resource<Stored>,
  { caller, now }: Pick<Reading, 'caller' | 'now'>,
  record: Stored | undefined,
): Stored {
  const isSeen = (one: Stored) =>
    caller.kind === 'api-key' ||
    maySee(caller, owned(one, now)) ||
    (isVendor(caller) && one.status === 'draft')
  if (record && isSeen(record)) return record
  throw notFound(noun)
}

/** The learner behind a call; nobody where the vendor calls. */
export function learnerOf(caller: Caller): { userId: string; partnerId: string } | undefined {
  if (caller.kind === 'api-key' || caller.partnerId === undefined) return undefined
  return { userId: caller.user.id, partnerId: caller.partnerId }
}

/** Tells whether the caller may assign courses to colleagues. */
export function isTeamAdmin(caller: SessionCaller): boolean {
  return caller.side === 'partner' && caller.role === 'partner_admin'
}

/** The facts that showing courses to the caller needs. */
export async function courseShowing(call: Reading, records: readonly CourseRecord[]) {
  const { tables, caller, now } = call
  const wanted = await languagesFor(call)
  const productIds = [...new Set(records.flatMap((record) => record.productIds))]
  const products = productIds.length === 0 ? [] : await tables.products.many(productIds)
  const learner = learnerOf(caller)
  const mine = learner
    ? await tables.enrolments.latest(
        [learner.userId],
        records.map(({ id }) => id),
      )
    : []
  return {
    ...{ wanted, now, isVendor: isVendor(caller), mayWrite: mayWrite(caller) },
    mayEnrol: learner !== undefined && caller.kind === 'session' && !caller.readOnly,
    products: new Map(products.map(({ id, name }) => [id, name])),
    titles: await titlesOf(
      call,
      records.flatMap(({ prerequisiteIds }) => prerequisiteIds),
      wanted,
    ),
    mine: new Map(mine.map((one) => [one.courseId, one])),
  }
}

/** The titles of courses that the caller may know, by id. */
export async function titlesOf(
  { tables, caller }: Reading,
  ids: readonly string[],
  wanted: readonly string[],
): Promise<Map<string, string>> {
  const wantedIds = [...new Set(ids)]
  const found = wantedIds.length === 0 ? [] : await tables.courses.many(wantedIds)
  const isKnown = (course: CourseRecord) =>
    caller.kind === 'api-key' || maySee(caller, { partnerIds: [], audiences: [course.audience] })
  return new Map(
    found.filter(isKnown).map((course) => [course.id, shownText(course, wanted).title]),
  )
}

/** The names of people by id. */
export async function namesOf(
  { tables }: Pick<Reading, 'tables'>,
  records: readonly Pick<EnrolmentRecord, 'userId'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(records.map(({ userId }) => userId))]
  const users = ids.length === 0 ? [] : await tables.users.many(ids)
  return new Map(users.map(({ id, name }) => [id, name]))
}
