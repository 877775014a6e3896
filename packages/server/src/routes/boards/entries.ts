import type { BoardEntry, EntrySubject } from '@prmkit/contract'
import { fieldOf, groupOf, hasFixedFields, isField } from '../../rules/boards/groups.ts'
import { showEntry } from '../../rules/boards/show.ts'
import { personIn } from '../../rules/boards/subjects.ts'
import type { RankedScore, Sheet } from '../../store/boards.ts'
import type { Tables } from '../../store/store.ts'
import type { Reading } from '../shared/programme.ts'
import { sortingFor } from './give.ts'
import { sheetBefore, type Asked } from './sheets.ts'

/** Entries as the caller sees them. */
export async function showEntries(
  call: Pick<Reading, 'caller' | 'tables'>,
  asked: Asked,
  rows: readonly RankedScore[],
): Promise<BoardEntry[]> {
  const { subjects, past } = await namesAndPast(call, asked, rows)
  return rows.map((entry) => {
    const { subject } = entry
    const around = { subject: subjects.get(subject), before: past.get(subject) }
    return showEntry(asked.board, entry, { ...around, isMe: subject === asked.me })
  })
}

/** The names of entries that may be shown, and their places in the period before as far as that tells. */
export async function namesAndPast(
  call: Pick<Reading, 'caller' | 'tables'>,
  asked: Asked,
  entries: readonly RankedScore[],
) {
  const { tables } = call
  const { board, me } = asked
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
  const before = await sheetBefore(call, asked)
  const ids = [...subjects.keys()].filter((subject) => before?.tellsOthers || subject === me)
  const past = before
    ? await placesIn(tables, asked, before.sheet, entries, ids)
    : new Map<string, RankedScore>()
  return { subjects, past }
}

/** The places, in the sheet of the period before, of the subjects that competed in its field then. */
async function placesIn(
  tables: Tables,
  { board, now }: Asked,
  sheet: Sheet,
  entries: readonly RankedScore[],
  subjects: readonly string[],
): Promise<Map<string, RankedScore>> {
  if (hasFixedFields(board)) return tables.boards.places(sheet, subjects)
  const wanted = entries.filter(({ subject }) => subjects.includes(subject))
  const partnerIds = wanted.map(({ partnerId }) => partnerId)
  const { partners, past, zone } = await sortingFor(tables, partnerIds, now)
  const stayed = wanted.filter(({ partnerId }) => {
    const partner = partners.get(partnerId)
    const { period } = sheet
    // Ranks of different fields cannot be compared, so a subject of another field is new.
    return partner && groupOf(board, partner, past, { period, now, zone }) === sheet.group
  })
  const ids = stayed.map(({ subject }) => subject)
  return tables.boards.places(sheet, ids)
}
