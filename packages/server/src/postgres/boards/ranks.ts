import { sql, type SQL } from 'drizzle-orm'
import { isAbove } from '../../rules/boards/order.ts'
import {
  sheetName,
  type RankedScore,
  type Sheet,
  type Standing,
  type Stretch,
} from '../../store/boards.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { array } from '../query/recordset.ts'
import { widths } from './scores.ts'

const [, fine, coarse] = widths

/** Counts above a score: of whole bands, and of the smaller ones in the band where the score lies. */
function countsAbove(sheet: SQL, score: SQL): SQL {
  const band = (width: number) => sql`floor(${score}::numeric / ${sql.raw(String(width))})::bigint`
  const times = sql.raw(String(coarse / fine))
  const singles = sql.raw(String(fine))
  return sql`(
    select coalesce(sum(entries), 0)::bigint as above, coalesce(sum(scores), 0)::bigint as values_above
    from (
      select entries, scores from board_bands
        where sheet = ${sheet} and level = 2 and band > ${band(coarse)}
      union all select entries, scores from board_bands
        where sheet = ${sheet} and level = 1 and band > ${band(fine)}
          and band < (${band(coarse)} + 1) * ${times}
      union all select entries, (entries > 0)::int from board_bands
        where sheet = ${sheet} and level = 0 and band > ${score}
          and band < (${band(fine)} + 1) * ${singles}
    ) higher
  )`
}

interface Row {
  subject: string
  partner: string
  score: string
  visible: boolean
  tie: string
  above: string
  values: string
}

const toRanked = ({ subject, partner, score, visible, tie, above, values }: Row): RankedScore => ({
  ...{ subject, partnerId: partner, score: Number(score), visible, tie },
  ...{ above: Number(above), valuesAbove: Number(values) },
})

/** Places of several subjects. */
export async function placesOf(
  queries: Queries,
  sheet: Sheet,
  subjects: readonly string[],
): Promise<Map<string, RankedScore>> {
  if (subjects.length === 0) return new Map()
  const rows = await rowsOf<Row>(
    queries,
    sql`select s.subject, s.partner_id as partner, s.score, s.visible, s.tie, c.above, c.values_above as values
      from board_scores s cross join lateral ${countsAbove(sql`s.sheet`, sql`s.score`)} c
      where s.sheet = ${sheetName(sheet)} and s.subject = any(${array(subjects)}) and s.score <> 0`,
  )
  return new Map(rows.map((row) => [row.subject, toRanked(row)]))
}

/** The standing of one subject: its place and its ties. */
export async function standingOf(
  queries: Queries,
  sheet: Sheet,
  subject: string,
): Promise<Standing | undefined> {
  const name = sheetName(sheet)
  const [row] = await rowsOf<Row & { ties: string }>(
    queries,
    sql`select s.subject, s.partner_id as partner, s.score, s.visible, s.tie, c.above, c.values_above as values,
        (select entries - 1 from board_bands where sheet = ${name} and level = 0 and band = s.score) as ties
      from board_scores s cross join lateral ${countsAbove(sql`s.sheet`, sql`s.score`)} c
      where s.sheet = ${name} and s.subject = ${subject} and s.score <> 0`,
  )
  return row && { ...toRanked(row), ties: Number(row.ties) }
}

/**
 * Entries around a place. Equal scores are an order of their own within the index, so each part is a
 * range of it that begins at the place: a comparison of pairs would read a long tie from its start.
 */
export async function entriesAround(
  queries: Queries,
  sheet: Sheet,
  { at, above, below }: Stretch,
): Promise<RankedScore[]> {
  const name = sheetName(sheet)
  const part = (condition: SQL, order: SQL, limit: number) =>
    limit === 0
      ? []
      : [
          sql`(select subject, partner_id, score, visible, tie from board_scores
            where sheet = ${name} and score <> 0 and ${condition} order by ${order} limit ${limit})`,
        ]
  const [down, up] = [sql`score desc, tie`, sql`score, tie desc`]
  const parts = at
    ? [
        ...part(sql`score > ${at.score}`, up, above),
        ...part(sql`score = ${at.score} and tie < ${at.tie}`, up, above),
        ...part(sql`score = ${at.score} and tie >= ${at.tie}`, down, below),
        ...part(sql`score < ${at.score}`, down, below),
      ]
    : part(sql`true`, down, below)
  if (parts.length === 0) return []
  const found = await rowsOf<Omit<Row, 'above' | 'values'>>(
    queries,
    sql`select subject, partner_id as partner, score, visible, tie
      from (${sql.join(parts, sql` union all `)}) parts order by ${down}`,
  )
  const place = at
    ? found.filter(({ score, tie }) => isAbove({ score: Number(score), tie }, at)).length
    : 0
  return counted(queries, name, found.slice(Math.max(0, place - above), place + below))
}

/** Entries that follow one another, with their ranks: those below the first follow from the counts of single scores. */
async function counted(
  queries: Queries,
  name: string,
  rows: readonly Omit<Row, 'above' | 'values'>[],
): Promise<RankedScore[]> {
  const [first] = rows
  if (!first) return []
  const scores = [...new Set(rows.map(({ score }) => score))]
  const [start] = await rowsOf<{
    above: string
    values: string
    entries: Record<string, number>
  }>(
    queries,
    sql`select c.above, c.values_above as values,
      (select json_object_agg(band, entries) from board_bands
        where sheet = ${name} and level = 0 and band = any(${array(scores)}::bigint[])) as entries
      from ${countsAbove(sql`${name}`, sql`${first.score}::bigint`)} c`,
  )
  let above = Number(start?.above ?? 0)
  let values = Number(start?.values ?? 0)
  return rows.map((row, index) => {
    const before = rows[index - 1]
    if (before && before.score !== row.score) {
      above += Number(start?.entries[before.score] ?? 0)
      values += 1
    }
    return toRanked({ ...row, above: String(above), values: String(values) })
  })
}
