import { groupOf, hasRoles, outside } from '../../rules/boards/groups.ts'
import { periodsAt } from '../../rules/boards/periods.ts'
import { subjectOf } from '../../rules/boards/subjects.ts'
import { isShown } from '../../rules/boards/visibility.ts'
import type { BoardRecord, ScoreChange } from '../../store/boards.ts'
import type { PointRecord } from '../../store/points.ts'
import type { PartnerRecord, SettingsRecord, UserRecord } from '../../store/records.ts'
import type { Tables } from '../../store/store.ts'
import type { PastFacts } from '../../store/tiers.ts'

/** The facts by which points are sorted into the sheets of boards. */
export interface Sorting {
  now: string
  zone: string
  partners: ReadonlyMap<string, PartnerRecord>
  past: readonly PastFacts[]
}

/** Points in the sheets of boards, which the roles of people may decide, too. */
interface Counting extends Sorting {
  users: ReadonlyMap<string, UserRecord>
  expired: boolean
}

/** The vendor's time zone, in which periods begin and end. */
export function zoneOf({ discovery }: SettingsRecord): string {
  return Object.values(discovery)[0]?.timeZone ?? 'UTC'
}

/** The names by which transactions take turns that give points to these partners or put them into other fields. */
export const partnerNames = (ids: Iterable<string>): string[] =>
  [...new Set(ids)].map((id) => `partner ${id}`)

/**
 * Keeps points whose key is new and adds them to every board that counts them, in the transaction in
 * which they were earned; answers those. The names of their partners are locked before.
 */
export async function give(
  tables: Tables,
  points: readonly PointRecord[],
  now: string,
): Promise<PointRecord[]> {
  if (points.length === 0) return []
  await tables.points.lockNames(partnerNames(points.map(({ partnerId }) => partnerId)))
  const kept = await tables.points.insert(points)
  await count(tables, kept, now)
  return kept
}

/** Adds points to the boards, or takes points away whose validity is over. */
export async function count(
  tables: Tables,
  points: readonly PointRecord[],
  now: string,
  { expired = false } = {},
): Promise<void> {
  if (points.length === 0) return
  const boards = await tables.boards.counting()
  const sorting = await sortingFor(
    tables,
    points.map(({ partnerId }) => partnerId),
    now,
  )
  const ids = boards.some(hasRoles) ? points.flatMap(({ userId }) => userId ?? []) : []
  const users = new Map((await tables.users.many([...new Set(ids)])).map((one) => [one.id, one]))
  const changes = points.flatMap((point) =>
    boards.flatMap((board) => changesOf(board, point, { ...sorting, users, expired })),
  )
  const shown = new Map(boards.map(({ id, identity }) => [id, isShown(identity)]))
  await tables.boards.add(changes, shown)
  const touched = new Set(changes.map(({ sheet }) => sheet.boardId))
  await tables.boards.pulse([...touched], [...sorting.partners.keys()])
}

/** Reads the facts of partners by which their points are sorted. */
export async function sortingFor(
  tables: Tables,
  partnerIds: readonly string[],
  now: string,
): Promise<Sorting> {
  const ids = [...new Set(partnerIds)]
  const partners = await tables.partners.many(ids)
  return {
    now,
    zone: zoneOf(await tables.programme.settings()),
    partners: new Map(partners.map((partner) => [partner.id, partner])),
    past: await tables.tiers.past(ids),
  }
}

/** The scores of a board that points change; points that have expired leave those of all time. */
function changesOf(
  board: BoardRecord,
  point: PointRecord,
  { now, zone, partners, past, users, expired }: Counting,
): ScoreChange[] {
  const partner = partners.get(point.partnerId)
  const subject = subjectOf(board.subject, point.partnerId, point.userId)
  if (!partner || subject === undefined || !board.rules.includes(point.rule)) return []
  const isStranger = hasOtherRole(board, users.get(point.userId ?? ''))
  const isOver = point.validUntil !== undefined && point.validUntil <= point.createdAt
  return periodsAt(board, point.at, zone)
    .filter((period) => (period === 'all' ? expired || !isOver : !expired))
    .map((period) => ({
      sheet: {
        ...{ boardId: board.id, period },
        group: isStranger ? outside.role : groupOf(board, partner, past, { period, now, zone }),
      },
      ...{ subject, partnerId: point.partnerId },
      points: expired ? -point.points : point.points,
    }))
}

/** Tells whether somebody's role keeps them off a board; a person who is not known any more keeps their place. */
export function hasOtherRole(
  board: Pick<BoardRecord, 'subject' | 'audience'>,
  user: UserRecord | undefined,
): boolean {
  return hasRoles(board) && user !== undefined && !board.audience.roles!.includes(user.role)
}
