import { sql, type SQL } from 'drizzle-orm'
import type { Rebuilding } from '../../store/boards.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { array } from '../query/recordset.ts'
import { hasFixedFields, hasRoles, outside } from '../../rules/boards/groups.ts'
import { sheetsOf, widths } from './scores.ts'

/** Partners or people whose facts are in memory at once. */
const factsAtOnce = 5000

/**
 * Adds the scores of a board up anew from its points, in one statement for each table, and writes
 * only rows that differ: their indexes cost many times the sums. Meanwhile nobody adds to any board:
 * whoever does locks the table of bands first, and reads the boards afterwards.
 */
export async function rebuild(queries: Queries, rebuilding: Rebuilding): Promise<void> {
  const { board, shown } = rebuilding
  await queries.execute(
    sql`lock table board_bands, board_choices, board_scores in share row exclusive mode`,
  )
  const { field, joined } = await fieldsOf(queries, rebuilding)
  const sums = sql`select period, subject, partner_id, sum(points) as score
    from ${countedPoints(rebuilding)} points group by period, subject, partner_id`
  await queries.execute(sql`with fresh as (
      select (${board.id} || '/' || s.period || '/' || ${field}) collate "C" as sheet,
        s.subject collate "C" as subject, s.partner_id, s.score, coalesce(c.visible, ${shown}) as visible
      from (${sums}) s
      left join board_choices c on c.board_id = ${board.id} and c.subject = s.subject
      ${joined}
    ), differing as (
      select sheet, subject, bool_or(is_fresh) as stays, max(score) filter (where is_fresh) as score,
        max(partner_id) filter (where is_fresh) as partner_id, bool_or(visible) filter (where is_fresh) as visible
      from (
        select *, true as is_fresh from fresh
        union all select sheet, subject, partner_id, score, visible, false from board_scores
        where board_id = ${board.id}
      ) rows group by sheet, subject
      having count(*) = 1 or min(score) <> max(score) or min(partner_id) <> max(partner_id)
        or bool_and(visible) <> bool_or(visible)
    ), gone as (
      delete from board_scores b using differing d
      where not d.stays and b.sheet = d.sheet and b.subject = d.subject
    )
    insert into board_scores (sheet, subject, board_id, partner_id, score, visible)
    select sheet, subject, ${board.id}, partner_id, score, visible from differing where stays
    on conflict (sheet, subject) do update
      set partner_id = excluded.partner_id, score = excluded.score, visible = excluded.visible`)
  await queries.execute(sql`with single as (
      select sheet, score as band, count(*) as entries from board_scores
      where board_id = ${board.id} and score <> 0 group by sheet, score
    ), fresh as (
      select sheet, 0 as level, band, entries, 0 as scores from single
      union all ${wider(1)} union all ${wider(2)}
    ), differing as (
      select sheet, level, band, bool_or(is_fresh) as stays,
        max(entries) filter (where is_fresh) as entries, max(scores) filter (where is_fresh) as scores
      from (
        select *, true as is_fresh from fresh
        union all select sheet, level, band, entries, scores, false from board_bands
        where ${sheetsOf(board.id)}
      ) rows group by sheet, level, band
      having count(*) = 1 or min(entries) <> max(entries) or min(scores) <> max(scores)
    ), gone as (
      delete from board_bands b using differing d
      where not d.stays and b.sheet = d.sheet and b.level = d.level and b.band = d.band
    )
    insert into board_bands (sheet, level, band, entries, scores)
    select sheet, level, band, entries, scores from differing where stays
    on conflict (sheet, level, band) do update set entries = excluded.entries, scores = excluded.scores`)
}

/** The bands of a level above single scores. */
function wider(level: 1 | 2): SQL {
  const [number, width] = [level, widths[level]].map((one) => sql.raw(String(one)))
  return sql`select sheet, ${number}, floor(band::numeric / ${width})::bigint as wide, sum(entries), count(*)
    from single group by sheet, wide`
}

/** Each point once for every period of the board in which it counts; days are those of the zone. */
function countedPoints({ board, timeZone }: Rebuilding, more = sql``): SQL {
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
      ${person ? sql`and e.user_id is not null` : sql``} ${more}
  )`
}

/** The field of a score `s` as an expression, and the tables that it needs beside. */
interface FieldOf {
  field: SQL
  joined: SQL
}

/**
 * Reads the fields of all partners into a table of this transaction. A row without a period holds for
 * each that has no row of its own: only partners that moved have those, so the table grows with the
 * partners and not with the periods.
 */
async function fieldsOf(queries: Queries, rebuilding: Rebuilding): Promise<FieldOf> {
  const { board } = rebuilding
  const { scope, rules } = board
  const strangers = await strangersIn(queries, rebuilding)
  const unless = (field: SQL) =>
    strangers.length === 0
      ? field
      : sql`case when split_part(s.subject, '/', 2) = any(${array(strangers)})
          then ${outside.role} else ${field} end`
  if (hasFixedFields(board))
    return { field: unless(scope === 'all' ? sql`''` : sql`s.partner_id`), joined: sql`` }
  // Another board may have been counted in this transaction.
  await queries.execute(sql`drop table if exists pg_temp.board_fields`)
  await queries.execute(sql`create temporary table board_fields
    (partner_id text not null, period text not null, field text not null) on commit drop`)
  const partners = await rowsOf<{ id: string }>(
    queries,
    sql`select distinct partner_id as id from point_events where rule = any(${array(rules)})`,
  )
  for (let at = 0; at < partners.length; at += factsAtOnce) {
    const ids = partners.slice(at, at + factsAtOnce).map(({ id }) => id)
    await keepFields(queries, rebuilding, ids)
  }
  // Without numbers about the new table its joins are planned for a few rows.
  await queries.execute(sql`analyze board_fields`)
  return {
    field: unless(sql`coalesce(p.field, f.field, '')`),
    joined: sql`left join board_fields f on f.partner_id = s.partner_id and f.period = ''
      left join board_fields p on p.partner_id = s.partner_id and p.period = s.period`,
  }
}

/** The people with points of a board whose role keeps them off it. */
async function strangersIn(queries: Queries, rebuilding: Rebuilding): Promise<string[]> {
  const { board } = rebuilding
  if (!hasRoles(board)) return []
  const users = await rowsOf<{ id: string }>(
    queries,
    sql`select distinct user_id as id from point_events
      where rule = any(${array(board.rules)}) and user_id is not null`,
  )
  const found: string[] = []
  for (let at = 0; at < users.length; at += factsAtOnce) {
    const ids = users.slice(at, at + factsAtOnce).map(({ id }) => id)
    found.push(...(await rebuilding.strangers(ids)))
  }
  return found
}

async function keepFields(
  queries: Queries,
  rebuilding: Rebuilding,
  ids: readonly string[],
): Promise<void> {
  const { moved, groupOf } = await rebuilding.fieldsOf(ids)
  const counted = countedPoints(rebuilding, sql`and e.partner_id = any(${array([...moved])})`)
  const pairs =
    moved.size === 0
      ? []
      : await rowsOf<{ partner: string; period: string }>(
          queries,
          sql`select distinct partner_id as partner, period from ${counted} points`,
        )
  const rows = [
    ...ids.map((partner) => [partner, '', groupOf(partner, 'all')] as const),
    ...pairs.map(({ partner, period }) => [partner, period, groupOf(partner, period)] as const),
  ]
  const column = (index: 0 | 1 | 2) => array(rows.map((row) => row[index]))
  await queries.execute(sql`insert into board_fields (partner_id, period, field)
    select * from unnest(${column(0)}, ${column(1)}, ${column(2)})`)
}
