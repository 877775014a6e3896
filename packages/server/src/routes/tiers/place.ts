import { fieldOf, groupOf } from '../../rules/boards/groups.ts'
import { boundsOf, dateOf, periodOn } from '../../rules/boards/periods.ts'
import { isShown } from '../../rules/boards/visibility.ts'
import type { BoardRecord, ScoreChange } from '../../store/boards.ts'
import type { PartnerRecord } from '../../store/records.ts'
import type { Tables } from '../../store/store.ts'
import { partnerNames, zoneOf } from '../boards/give.ts'

const factsOf = ({ kind, tier, region, distributorId }: PartnerRecord) => ({
  kind,
  ...(tier !== undefined && { tier }),
  ...(region !== undefined && { region }),
  ...(distributorId !== undefined && { distributorId }),
})

/**
 * Keeps partners, and takes their scores along where kind, tier, region or distributor change: in
 * periods that go on they are compared with their new peers, and ranked on the boards whose audience
 * they are in; periods that are over stay as they were.
 */
export async function placePartners(
  tables: Tables,
  partners: readonly PartnerRecord[],
  now: string,
): Promise<void> {
  await tables.points.lockNames(partnerNames(partners.map(({ id }) => id)))
  const known = await tables.partners.many(partners.map(({ id }) => id))
  const before = new Map(known.map((partner) => [partner.id, partner]))
  await tables.partners.put(partners)
  const pairs = partners.flatMap((after) => {
    const old = before.get(after.id)
    const same = old && JSON.stringify(factsOf(old)) === JSON.stringify(factsOf(after))
    return old && !same ? [{ old, after }] : []
  })
  if (pairs.length === 0) return
  const boards = await tables.boards.counting()
  const zone = zoneOf(await tables.programme.settings())
  const changes: ScoreChange[] = []
  for (const { old, after } of pairs) {
    await tables.tiers.addPast({ partnerId: after.id, until: now, ...factsOf(old) })
    for (const board of boards)
      if (fieldOf(board, old) !== fieldOf(board, after))
        changes.push(...(await movesOf(tables, board, { old, after, now, zone })))
  }
  await tables.boards.add(
    changes,
    new Map(boards.map(({ id, identity }) => [id, isShown(identity)])),
  )
  await tables.boards.pulse([...new Set(changes.map(({ sheet }) => sheet.boardId))], [])
}

async function movesOf(
  tables: Tables,
  board: BoardRecord,
  {
    old,
    after,
    now,
    zone,
  }: { old: PartnerRecord; after: PartnerRecord; now: string; zone: string },
): Promise<ScoreChange[]> {
  const running = [
    ...board.periods.map((kind) => periodOn(kind, dateOf(now, zone))),
    ...(board.contest ? ['contest'] : []),
  ].filter((period) => (boundsOf(period, zone, board.contest).until ?? now) >= now)
  const changes: ScoreChange[] = []
  for (const period of running) {
    const sheet = (partner: PartnerRecord) => ({
      ...{ boardId: board.id, period },
      group: groupOf(board, partner, [], { period, now, zone }),
    })
    for (const { subject, score } of await tables.boards.scoresOf(sheet(old), after.id)) {
      const own = { subject, partnerId: after.id }
      changes.push({ sheet: sheet(old), ...own, points: -score })
      changes.push({ sheet: sheet(after), ...own, points: score })
    }
  }
  return changes
}
