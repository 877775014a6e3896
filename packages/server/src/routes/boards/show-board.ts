import type { Board } from '@prmkit/contract'
import { periodsOf } from '../../rules/boards/periods.ts'
import { showBoard } from '../../rules/boards/show.ts'
import type { Caller } from '../../rules/shared/callers.ts'
import type { BoardRecord } from '../../store/boards.ts'
import { mayWrite } from '../content/reader.ts'
import { settingsFor, type Reading } from '../shared/programme.ts'
import { fieldsFor, ownField } from './sheets.ts'

/** The parts of a call of a person or of the vendor's own backend. */
export type Asking = Omit<Reading, 'caller'> & { caller: Caller }

/** A board as the caller sees it, with their own field or, for the vendor, every field. */
export async function showBoardFor(call: Asking, board: BoardRecord): Promise<Board> {
  const { caller, tables, now } = call
  const partnerId = caller.kind === 'session' ? caller.partnerId : undefined
  const { localised, language } = await settingsFor(call)
  const zone = localised.timeZone
  const { rules } = await tables.programme.pointRules()
  const period = periodsOf(board, now, zone)[0]?.id ?? ''
  const fields =
    board.scope === 'all'
      ? {}
      : partnerId === undefined
        ? { groups: await options(call, board, await fieldsFor(tables, board, caller, period)) }
        : await ownOption(call, board, partnerId, period)
  return showBoard(board, rules, { language, now, zone }, fields, mayWrite(caller))
}

async function ownOption(call: Asking, board: BoardRecord, partnerId: string, period: string) {
  const own = await ownField(call.tables, board, partnerId, { period, now: call.now })
  const [group] = await options(call, board, own === '' ? [] : [own])
  return { ...(group && { group }) }
}

/** Fields with their names: a distributor's or a team's is its company's, a tier's the vendor's word. */
async function options(
  call: Asking,
  { scope }: BoardRecord,
  values: readonly string[],
): Promise<NonNullable<Board['groups']>> {
  const { tables } = call
  const companies =
    scope === 'team' || scope === 'distributor' ? await tables.partners.many([...values]) : []
  const tiers = scope === 'tier' ? (await tables.programme.tiers()).tiers : []
  const { language } = await settingsFor(call)
  return values.map((value) => ({
    value,
    label:
      companies.find(({ id }) => id === value)?.name ??
      tiers.find(({ id }) => id === value)?.names[language] ??
      (value === '' ? '–' : value),
  }))
}
