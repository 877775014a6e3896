import type { Board, BoardEntry, EntrySubject } from '@prmkit/contract'
import type { BoardRecord, RankedScore } from '../../store/boards.ts'
import { boardTransitionsFrom } from '@prmkit/contract/rules'
import type { StoredRule } from '../../store/points.ts'
import { periodsOf } from './periods.ts'
import { editableBoard } from './write.ts'

type Option = NonNullable<Board['group']>

/** The text of a language, or of the main one, or of the first one there is. */
export function inLanguage<Text>(
  texts: Record<string, Text>,
  language: string,
  main = '',
): Text | undefined {
  return texts[language] ?? texts[main] ?? Object.values(texts)[0]
}

/** A board as its reader sees it at this moment. */
export function showBoard(
  board: BoardRecord,
  rules: readonly StoredRule[],
  { language, now, zone }: { language: string; now: string; zone: string },
  { group, groups }: { group?: Option; groups?: Option[] },
  mayWrite = false,
): Board {
  const { title = '', text, unit = '' } = inLanguage(board.texts, language, board.language) ?? {}
  const {
    position: _,
    texts: _texts,
    audience: _audience,
    firstDay: _day,
    days: _days,
    statusReason: _reason,
    fromFile,
    contest,
    ...shown
  } = board
  const isWritable = mayWrite && !fromFile
  const open = isWritable ? boardTransitionsFrom(board.status, 'vendor') : []
  const periods = periodsOf(board, now, zone)
  const ends = periods.flatMap(({ status, until }) =>
    status === 'running' && until !== undefined ? [until] : [],
  )
  const endsAt = contest && contest.until >= now ? contest.until : ends.toSorted()[0]
  return {
    ...shown,
    ...{ title, unit, language: language in board.texts ? language : board.language },
    allowedActions: open.map(({ action }) => action),
    editableFields: isWritable ? editableBoard : [],
    ...(text !== undefined && { text }),
    rules: rules
      .filter(({ id, takeBack }) => board.rules.includes(id) && takeBack === undefined)
      .map(({ id, texts, event, from, to }) => ({
        ...{ id, text: inLanguage(texts, language) ?? id },
        ...(event === undefined && { own: true }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { until: to }),
      })),
    periods,
    ...(endsAt !== undefined && { endsAt }),
    ...(contest && {
      prizes: contest.prizes.map(({ from, to, texts }) => ({
        ...{ from, to, text: inLanguage(texts, language) ?? '' },
      })),
    }),
    ...(group && { group }),
    ...(groups && { groups }),
  }
}

/** The rank of an entry, as the board counts ranks after a tie. */
export function rankOf({ ranking }: Pick<BoardRecord, 'ranking'>, entry: RankedScore): number {
  return 1 + (ranking === 'dense' ? entry.valuesAbove : entry.above)
}

/**
 * One entry as a reader sees it. Somebody who does not want to be seen keeps the place: others get
 * its rank and nothing else.
 */
export function showEntry(
  board: Pick<BoardRecord, 'ranking'>,
  entry: RankedScore,
  {
    subject,
    isMe,
    before,
  }: { subject: EntrySubject | undefined; isMe: boolean; before: RankedScore | undefined },
): BoardEntry {
  const rank = rankOf(board, entry)
  const isHidden = !entry.visible || subject === undefined
  if (isHidden && !isMe) return { rank, hidden: true }
  return {
    ...{ rank, value: entry.score },
    ...(before && { change: rankOf(board, before) - rank }),
    ...(subject && { subject }),
    ...(isHidden && { hidden: true as const }),
    ...(isMe && { isMe: true as const }),
  }
}
