import { sql, type SQL } from 'drizzle-orm'
import type { Rebuilding } from '../../store/boards.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { array } from '../query/recordset.ts'
import { sheetsOf, widths } from './scores.ts'

/**
 * Adds the scores of a board up anew from its points, in one statement for each table. Meanwhile
 * nobody adds to any board: `addScores` waits for the lock on the table of bands.
 */
export async function rebuild(queries: Queries, rebuilding: Rebuilding): Promise<void> {
  const { board, shown } = rebuilding
  await queries.execute(
    sql`lock table board_choices, board_scores, board_bands in share row exclusive mode`,
  )
  await queries.execute(sql`delete from board_scores where board_id = ${board.id}`)
  await queries.execute(sql`delete from board_bands where ${sheetsOf(board.id)}`)
  const sums = sql`select period, subject, partner_id, sum(points) as score
    from ${countedPoints(rebuilding)} points group by period, subject, partner_id`
  await queries.execute(sql`insert into board_scores
      (sheet, subject, board_id, partner_id, score, visible)
    select ${board.id} || '/' || s.period || '/' || ${await groupOf(queries, rebuilding)},
      s.subject, ${board.id}, s.partner_id, s.score, coalesce(c.visible, ${shown})
    from (${sums}) s
    left join board_choices c on c.board_id = ${board.id} and c.subject = s.subject`)
  await queries.execute(sql`insert into board_bands (sheet, level, band, entries, scores)
    select sheet, 0, score, count(*), 0 from board_scores
    where board_id = ${board.id} and score <> 0 group by sheet, score`)
  for (const level of [1, 2] as const)
    await queries.execute(sql`insert into board_bands (sheet, level, band, entries, scores)
      select sheet, ${sql.raw(String(level))}, floor(band::numeric / ${sql.raw(String(widths[level]))})::bigint as wide,
        sum(entries), count(*)
      from board_bands where ${sheetsOf(board.id)} and level = 0 and entries > 0 group by sheet, wide`)
}

/** Each point once for every period of the board in which it counts; days are those of the zone. */
function countedPoints({ board, timeZone }: Rebuilding): SQL {
  const local = sql`e.at at time zone ${timeZone}`
  const periods = {
    month: sql`'month:' || to_char(${local}, 'YYYY-MM')`,
    quarter: sql`'quarter:' || to_char(${local}, 'YYYY"-Q"Q')`,
    year: sql`'year:' || to_char(${local}, 'YYYY')`,
    all: sql`case when not e.expired then 'all' end`,
  }
  const { contest } = board
  const names = board.periods.map((kind) => periods[kind])
  if (contest)
    names.push(sql`case when e.at >= ${contest.from}::timestamptz
      and e.at <= ${contest.until}::timestamptz then 'contest' end`)
  const person = board.subject === 'person'
  return sql`(
    select e.partner_id, e.points, k.period,
      ${person ? sql`e.partner_id || '/' || e.user_id` : sql`e.partner_id`} as subject
    from point_events e cross join lateral unnest(array[${sql.join(names, sql`, `)}]::text[]) as k(period)
    where e.rule = any(${array(board.rules)}) and k.period is not null
      ${person ? sql`and e.user_id is not null` : sql``}
  )`
}

/** The field of a score as an expression over its partner and period. */
async function groupOf(queries: Queries, rebuilding: Rebuilding): Promise<SQL> {
  const { scope } = rebuilding.board
  if (scope === 'all') return sql`''`
  if (scope === 'team') return sql`s.partner_id`
  const pairs = await rowsOf<{ partner: string; period: string }>(
    queries,
    sql`select distinct partner_id as partner, period from ${countedPoints(rebuilding)} points`,
  )
  const groups = Object.fromEntries(
    pairs.map(({ partner, period }) => [
      `${partner}/${period}`,
      rebuilding.groupOf(partner, period),
    ]),
  )
  return sql`coalesce(${JSON.stringify(groups)}::jsonb ->> (s.partner_id || '/' || s.period), '')`
}
