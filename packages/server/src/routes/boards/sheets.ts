import type { Withheld } from '@prmkit/contract'
import { notFound } from '../../problem.ts'
import { visibleRecord } from '../../resource.ts'
import { groupOf, isField } from '../../rules/boards/groups.ts'
import { periodsOf, previousOf } from '../../rules/boards/periods.ts'
import { subjectOf } from '../../rules/boards/subjects.ts'
import type { Caller, SessionCaller } from '../../rules/shared/callers.ts'
import type { BoardRecord, Sheet } from '../../store/boards.ts'
import type { Tables } from '../../store/store.ts'
import { settingsFor, type Reading } from '../shared/programme.ts'
import { sortingFor } from './give.ts'
import { boardResource } from './resource.ts'

/** A board as somebody asks for it: the sheet that they read, and their own subject in it. */
export interface Asked {
  board: BoardRecord
  sheet: Sheet
  /** The caller in the sheet; absent for the vendor. */
  me?: string
  now: string
  zone: string
  language: string
}

/** Finds the board and the sheet that a request names; a partner gets no other field than its own. */
export async function askedSheet(
  call: Reading,
  id: string,
  { period, group }: { period?: string | undefined; group?: string | undefined },
): Promise<Asked> {
  const { caller, tables, now } = call
  const board = await visibleRecord(boardResource, call, id)
  const { localised, language } = await settingsFor(call)
  const zone = localised.timeZone
  const periods = periodsOf(board, now, zone).map((one) => one.id)
  const chosen = period ?? periods[0] ?? ''
  if (!periods.includes(chosen)) throw notFound('period')
  const field = await fieldFor({ caller, tables }, board, { period: chosen, group, now })
  const me = meIn(board, caller)
  return {
    ...{ board, now, zone, language },
    sheet: { boardId: board.id, period: chosen, group: field },
    ...(me !== undefined && { me }),
  }
}

/** The sheet of the period before, and whether it tells the caller of others. */
export interface SheetBefore {
  sheet: Sheet
  tellsOthers: boolean
}

/**
 * The same sheet in the period before, whose ranks a change tells; none where the board does not offer
 * that period. It tells of others only where the caller may read it and nothing of it is withheld.
 */
export async function sheetBefore(
  { caller, tables }: Pick<Reading, 'caller' | 'tables'>,
  { board, sheet, now, zone }: Asked,
): Promise<SheetBefore | undefined> {
  const period = previousOf(sheet.period)
  if (period === undefined || !periodsOf(board, now, zone).some(({ id }) => id === period))
    return undefined
  const before = { ...sheet, period }
  const { withheld } = await withheldIn(tables, { board, sheet: before })
  if (withheld || board.scope === 'all') return { sheet: before, tellsOthers: !withheld }
  const fields =
    caller.partnerId === undefined
      ? await fieldsFor(tables, board, caller, period)
      : [await peersOf(tables, board, caller.partnerId, { period, now })]
  return { sheet: before, tellsOthers: fields.includes(sheet.group) }
}

/** The caller's own subject on a board. */
export function meIn(
  { subject }: Pick<BoardRecord, 'subject'>,
  { partnerId, user }: SessionCaller,
): string | undefined {
  return partnerId === undefined ? undefined : subjectOf(subject, partnerId, user.id)
}

async function fieldFor(
  { caller, tables }: Pick<Reading, 'caller' | 'tables'>,
  board: BoardRecord,
  { period, group, now }: { period: string; group: string | undefined; now: string },
): Promise<string> {
  if (board.scope === 'all') {
    if (group !== undefined && group !== '') throw notFound('field')
    return ''
  }
  if (caller.partnerId !== undefined) {
    const own = await peersOf(tables, board, caller.partnerId, { period, now })
    if (group !== undefined && group !== own) throw notFound('field')
    return own
  }
  const fields = await fieldsFor(tables, board, caller, period)
  if (group !== undefined && !fields.includes(group)) throw notFound('field')
  return group ?? fields[0] ?? ''
}

/** The field that a partner reads: for a period in which it was outside the audience, the one it would have competed in. */
export const peersOf = (
  tables: Tables,
  board: BoardRecord,
  partnerId: string,
  at: { period: string; now: string },
): Promise<string> => ownField(tables, { ...board, audience: {} }, partnerId, at)

/** The field in which a partner competes in a period; one of those outside where it is in no audience. */
export async function ownField(
  tables: Tables,
  board: BoardRecord,
  partnerId: string,
  { period, now }: { period: string; now: string },
): Promise<string> {
  const { partners, past, zone } = await sortingFor(tables, [partnerId], now)
  const partner = partners.get(partnerId)
  return partner ? groupOf(board, partner, past, { period, now, zone }) : ''
}

/** The fields of a board with entries that a vendor may look at; teams are those of its portfolio. */
export async function fieldsFor(
  tables: Tables,
  board: BoardRecord,
  caller: Caller,
  period: string,
): Promise<string[]> {
  const all = (await tables.boards.groups(board.id, period)).filter(isField)
  const scope = caller.kind === 'session' ? caller.scope : undefined
  if (board.scope !== 'team' || scope?.kind !== 'portfolio') return all
  return all.filter((partnerId) => scope.partnerIds.includes(partnerId))
}

/** The reason why the entries of others are kept back; undefined where they are shown. */
export async function withheldIn(
  tables: Tables,
  { board, sheet }: Pick<Asked, 'board' | 'sheet'>,
): Promise<{ entries: number; withheld?: Withheld }> {
  const { entries, enough } = await tables.boards.size(sheet, board)
  if (board.identity === 'own_only') return { entries, withheld: 'own_only' }
  return { entries, ...(!enough && { withheld: 'small_cohort' }) }
}
