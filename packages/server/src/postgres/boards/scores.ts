import { sql } from 'drizzle-orm'
import { isRanked, sheetName, type ScoreChange, type Sheet } from '../../store/boards.ts'
import { rowsOf, type Queries } from '../engine/database.ts'

/** The widths of bands above single scores. */
export const widths = [1, 1000, 1_000_000] as const

/** The rows of every sheet of a board: `0` follows the slash in the order of characters. */
export const sheetsOf = (boardId: Sheet['boardId']) =>
  sql`sheet >= ${`${boardId}/`} and sheet < ${`${boardId}0`}`

interface Row {
  sheet: string
  subject: string
  board: string
  partner: string
  points: number
}

interface Band {
  sheet: string
  level: number
  band: number
  entries: number
  scores: number
}

/**
 * Adds to scores and to the counts of their bands. Every transaction takes choices, scores and bands
 * in this order and each of them in the order of its key, so that none waits for one that waits for it.
 */
export async function addScores(
  queries: Queries,
  changes: readonly ScoreChange[],
  shown: ReadonlyMap<string, boolean>,
): Promise<void> {
  const rows = summed(changes)
  if (rows.length === 0) return
  const visible = await lockChoices(queries, rows)
  const given = rows.map((row) => ({
    ...row,
    visible: visible.get(`${row.board} ${row.subject}`) ?? shown.get(row.board) ?? false,
  }))
  const after = await rowsOf<{ sheet: string; subject: string; score: string }>(
    queries,
    sql`insert into board_scores as s (sheet, subject, board_id, partner_id, score, visible)
      select sheet, subject, board, partner, points, visible
      from json_to_recordset(${JSON.stringify(given)}::json)
        as r(sheet text, subject text, board text, partner text, points bigint, visible boolean)
      order by sheet collate "C", subject collate "C"
      on conflict (sheet, subject) do update set score = s.score + excluded.score
      returning sheet, subject, score`,
  )
  const now = new Map(after.map(({ sheet, subject, score }) => [`${sheet} ${subject}`, +score]))
  const moves = rows.flatMap(({ sheet, subject, points }) => {
    const score = now.get(`${sheet} ${subject}`) ?? 0
    return [
      { sheet, score: score - points, entries: -1 },
      { sheet, score, entries: 1 },
    ].filter((move) => isRanked(move.score))
  })
  await addBands(queries, moves)
}

/** One change for each score, in the order of the key, without changes that cancel one another. */
function summed(changes: readonly ScoreChange[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { sheet, subject, partnerId, points } of changes) {
    const name = sheetName(sheet)
    const key = `${name} ${subject}`
    const before = rows.get(key)?.points ?? 0
    rows.set(key, {
      ...{ sheet: name, subject, board: sheet.boardId, partner: partnerId },
      points: before + points,
    })
  }
  return [...rows.values()].filter(({ points }) => points !== 0)
}

/** Reads who is visible by their own choice, and nobody chooses otherwise until this transaction ends. */
async function lockChoices(queries: Queries, rows: readonly Row[]): Promise<Map<string, boolean>> {
  const found = await rowsOf<{ board: string; subject: string; visible: boolean | null }>(
    queries,
    sql`insert into board_choices as c (board_id, subject, revision)
      select distinct on (board, subject collate "C") board, subject, 1
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(board text, subject text)
      order by board, subject collate "C"
      on conflict (board_id, subject) do update set revision = c.revision
      returning board_id as board, subject, visible`,
  )
  return new Map(
    found.flatMap(({ board, subject, visible }) =>
      visible === null ? [] : [[`${board} ${subject}`, visible] as const],
    ),
  )
}

type Move = Pick<Band, 'sheet' | 'entries'> & { score: number }

async function addBands(queries: Queries, moves: readonly Move[]): Promise<void> {
  const single = bandsOf(moves.map((move) => ({ ...move, level: 0, scores: 0 })))
  if (single.length === 0) return
  const after = await putBands(queries, single)
  // The number of different scores grows with the first entry of a score and shrinks with its last one.
  const births = single.map(({ sheet, band, entries }) => {
    const left = after.get(`${sheet} ${band}`) ?? 0
    const scores = Number(left > 0) - Number(left - entries > 0)
    return { sheet, score: band, entries, scores }
  })
  await putBands(
    queries,
    bandsOf([1, 2].flatMap((level) => births.map((birth) => ({ ...birth, level })))),
  )
}

/** One change for each band, in the order of the key. */
function bandsOf(changes: readonly (Move & { level: number; scores: number })[]): Band[] {
  const bands = new Map<string, Band>()
  for (const { sheet, score, level, entries, scores } of changes) {
    const band = Math.floor(score / (widths[level] ?? 1))
    const key = `${sheet} ${level} ${band}`
    const before = bands.get(key) ?? { sheet, level, band, entries: 0, scores: 0 }
    bands.set(key, {
      ...before,
      entries: before.entries + entries,
      scores: before.scores + scores,
    })
  }
  return [...bands.values()].filter(({ entries, scores }) => entries !== 0 || scores !== 0)
}

/** Adds to bands; answers the entries of each single score afterwards. */
async function putBands(queries: Queries, bands: readonly Band[]): Promise<Map<string, number>> {
  if (bands.length === 0) return new Map()
  const rows = await rowsOf<{ sheet: string; band: string; entries: string }>(
    queries,
    sql`insert into board_bands as b (sheet, level, band, entries, scores)
      select sheet, level, band, entries, scores
      from json_to_recordset(${JSON.stringify(bands)}::json)
        as r(sheet text, level smallint, band bigint, entries bigint, scores bigint)
      order by sheet collate "C", level, band
      on conflict (sheet, level, band)
        do update set entries = b.entries + excluded.entries, scores = b.scores + excluded.scores
      returning sheet, band, entries`,
  )
  return new Map(rows.map(({ sheet, band, entries }) => [`${sheet} ${band}`, Number(entries)]))
}
