import type { BoardEntry, EntrySubject } from '@prmkit/contract'
import { fieldOf, groupOf, hasFixedFields, isField } from '../../rules/boards/groups.ts'
import { previousOf } from '../../rules/boards/periods.ts'
import { showEntry } from '../../rules/boards/show.ts'
import { personIn } from '../../rules/boards/subjects.ts'
import type { BoardRecord, RankedScore, Sheet } from '../../store/boards.ts'
import type { Tables } from '../../store/store.ts'
import type { Reading } from '../shared/programme.ts'
import { sortingFor } from './give.ts'
import type { Asked } from './sheets.ts'

/** Entries as the caller sees them. */
export async function showEntries(
  { tables }: Pick<Reading, 'tables'>,
  asked: Asked,
  rows: readonly RankedScore[],
): Promise<BoardEntry[]> {
  const { subjects, past } = await namesAndPast(tables, asked, rows)
  return rows.map((entry) => {
    const { subject } = entry
    const around = { subject: subjects.get(subject), before: past.get(subject) }
    return showEntry(asked.board, entry, { ...around, isMe: subject === asked.me })
  })
}

/** The names of entries that may be shown, and their places in the period before. */
export async function namesAndPast(
  tables: Tables,
  { board, sheet, me, now }: Asked,
  entries: readonly RankedScore[],
) {
  const shown = entries.filter(({ visible, subject }) => visible || subject === me)
  const [users, partners] = [
    await tables.users.many(shown.flatMap(({ subject }) => personIn(subject) ?? [])),
    await tables.partners.many(shown.map(({ partnerId }) => partnerId)),
  ]
  const subjects = new Map<string, EntrySubject>()
  for (const { subject, partnerId } of shown) {
    const partner = partners.find(({ id }) => id === partnerId)
    const user = users.find(({ id }) => id === personIn(subject))
    // Nobody can hide on a board that they no longer see.
    if (!partner?.active || !isField(fieldOf(board, partner))) continue
    if (board.subject === 'partner') subjects.set(subject, { id: partner.id, name: partner.name })
    if (board.subject === 'person' && user?.active && user.partnerIds.includes(partnerId))
      subjects.set(subject, {
        ...{ id: user.id, name: user.name, partnerName: partner.name },
      })
  }
  const before = previousOf(sheet.period)
  const ids = [...subjects.keys()]
  const past =
    before === undefined
      ? new Map<string, RankedScore>()
      : await placesBefore(tables, { board, sheet, before, now }, entries, ids)
  return { subjects, past }
}

/** Places in the period before, each in the field in which its partner competed then. */
async function placesBefore(
  tables: Tables,
  { board, sheet, before, now }: { board: BoardRecord; sheet: Sheet; before: string; now: string },
  entries: readonly RankedScore[],
  subjects: readonly string[],
): Promise<Map<string, RankedScore>> {
  if (hasFixedFields(board)) return tables.boards.places({ ...sheet, period: before }, subjects)
  const partnerIds = entries
    .filter(({ subject }) => subjects.includes(subject))
    .map(({ partnerId }) => partnerId)
  const { partners, past, zone } = await sortingFor(tables, partnerIds, now)
  const stayed = entries.filter(({ subject, partnerId }) => {
    const partner = partners.get(partnerId)
    // Ranks of different fields cannot be compared, so whoever has another one is new.
    return (
      subjects.includes(subject) &&
      partner &&
      groupOf(board, partner, past, { period: before, now, zone }) === sheet.group
    )
  })
  const ids = stayed.map(({ subject }) => subject)
  return tables.boards.places({ ...sheet, period: before }, ids)
}
