import { sql, type SQL } from 'drizzle-orm'
import { sheetName, type RankedScore, type Sheet, type Standing } from '../../store/boards.ts'
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
  above: string
  values: string
}

const toRanked = ({ subject, partner, score, visible, above, values }: Row): RankedScore => ({
  ...{ subject, partnerId: partner, score: Number(score), visible },
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
    sql`select s.subject, s.partner_id as partner, s.score, s.visible, c.above, c.values_above as values
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
  const [row] = await rowsOf<Row & { ties: string; before: string }>(
    queries,
    sql`select s.subject, s.partner_id as partner, s.score, s.visible, c.above, c.values_above as values,
        (select entries - 1 from board_bands where sheet = ${name} and level = 0 and band = s.score) as ties,
        (select count(*) from board_scores t
          where t.sheet = ${name} and t.score = s.score and t.score <> 0 and t.subject < s.subject) as before
      from board_scores s cross join lateral ${countsAbove(sql`s.sheet`, sql`s.score`)} c
      where s.sheet = ${name} and s.subject = ${subject} and s.score <> 0`,
  )
  if (!row) return undefined
  const ranked = toRanked(row)
  return {
    ...ranked,
    ties: Number(row.ties),
    ordinal: ranked.above + Number(row.before),
  }
}

/** The score at a place and how many entries are above it, found band by band. */
async function scoreAt(
  queries: Queries,
  name: string,
  ordinal: number,
): Promise<{ score: number; above: number } | undefined> {
  const level = (from: SQL, upper: SQL) =>
    sql`select band, upto - entries as above from (
        select b.band, b.entries, ${upper} + sum(b.entries) over (order by b.band desc) as upto ${from}
      ) sums where upto > ${ordinal} order by band desc limit 1`
  const below = (above: SQL, number: number, times: number) => {
    const factor = sql.raw(String(times))
    return sql`from ${above} as u, board_bands b
      where b.sheet = ${name} and b.level = ${sql.raw(String(number))} and b.entries > 0
        and b.band >= u.band * ${factor} and b.band < (u.band + 1) * ${factor}`
  }
  const [row] = await rowsOf<{ band: string; above: string }>(
    queries,
    sql`with coarse as (${level(
      sql`from board_bands b where b.sheet = ${name} and b.level = 2 and b.entries > 0`,
      sql`0`,
    )}), fine as (${level(below(sql`coarse`, 1, coarse / fine), sql`u.above`)})
    ${level(below(sql`fine`, 0, fine), sql`u.above`)}`,
  )
  return row && { score: Number(row.band), above: Number(row.above) }
}

/** Entries from a place on; the ranks below the first follow from the counts of single scores. */
export async function entriesAt(
  queries: Queries,
  sheet: Sheet,
  ordinal: number,
  limit: number,
): Promise<RankedScore[]> {
  const name = sheetName(sheet)
  const first = await scoreAt(queries, name, ordinal)
  if (!first) return []
  const rows = await rowsOf<Omit<Row, 'above' | 'values'>>(
    queries,
    sql`select subject, partner_id as partner, score, visible from board_scores
      where sheet = ${name} and score <= ${first.score} and score <> 0
      order by score desc, subject offset ${ordinal - first.above} limit ${limit}`,
  )
  const scores = [...new Set(rows.map(({ score }) => score))]
  const [start] = await rowsOf<{ values: string; entries: Record<string, number> }>(
    queries,
    sql`select (select values_above from ${countsAbove(sql`${name}`, sql`${first.score}::bigint`)} c) as values,
      (select json_object_agg(band, entries) from board_bands
        where sheet = ${name} and level = 0 and band = any(${array(scores)}::bigint[])) as entries`,
  )
  let { above } = first
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
