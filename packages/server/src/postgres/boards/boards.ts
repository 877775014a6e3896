import { sql } from 'drizzle-orm'
import { sheetName, type BoardChoice, type BoardRecord, type Boards } from '../../store/boards.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { hasPartner } from '../query/audience.ts'
import { array } from '../query/recordset.ts'
import { entriesAround, placesOf, standingOf } from './ranks.ts'
import { rebuild } from './rebuild.ts'
import { addScores, sheetsOf } from './scores.ts'

export function boardTable(queries: Queries, onPulse: () => void): Boards {
  async function choice(boardId: string, subject: string, lock = sql``): Promise<BoardChoice> {
    const [row] = await rowsOf<{ revision: number; visible: boolean | null }>(
      queries,
      sql`select revision, visible from board_choices
        where board_id = ${boardId} and subject = ${subject} ${lock}`,
    )
    const { revision = 1, visible = null } = row ?? {}
    return { revision, ...(visible !== null && { visible }) }
  }

  async function all(): Promise<BoardRecord[]> {
    const rows = await rowsOf<{ record: BoardRecord }>(
      queries,
      sql`select record from boards order by position, id`,
    )
    return rows.map(({ record }) => record)
  }

  return {
    all,
    async counting() {
      // Nobody waits for this lock but `rebuild`; the boards are read after it.
      await queries.execute(sql`lock table board_bands in row exclusive mode`)
      return all()
    },
    async get(id) {
      const [row] = await rowsOf<{ record: BoardRecord }>(
        queries,
        sql`select record from boards where id = ${id}`,
      )
      return row?.record
    },
    async lock(id) {
      const [row] = await rowsOf<{ record: BoardRecord }>(
        queries,
        sql`select record from boards where id = ${id} for no key update`,
      )
      return row?.record
    },
    async put(boards) {
      const rows = boards.map((record) => ({ id: record.id, position: record.position, record }))
      await queries.execute(sql`insert into boards (id, position, record)
        select id, position, record
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id text, position int, record jsonb)
        on conflict (id) do update set position = excluded.position, record = excluded.record`)
    },
    async remove(ids) {
      for (const id of ids) {
        await queries.execute(sql`delete from boards where id = ${id}`)
        await queries.execute(sql`delete from board_bands where ${sheetsOf(id)}`)
      }
    },
    add: (changes, shown) => addScores(queries, changes, shown),
    async scoresOf(sheet, partnerId) {
      const rows = await rowsOf<{ subject: string; score: string }>(
        queries,
        sql`select subject, score from board_scores
          where partner_id = ${partnerId} and board_id = ${sheet.boardId}
            and sheet = ${sheetName(sheet)} order by subject`,
      )
      return rows.map(({ subject, score }) => ({ subject, score: Number(score) }))
    },
    standing: (sheet, subject) => standingOf(queries, sheet, subject),
    places: (sheet, subjects) => placesOf(queries, sheet, subjects),
    entries: (sheet, stretch) => entriesAround(queries, sheet, stretch),
    async size(sheet, { minCohort, audience }) {
      const name = sheetName(sheet)
      const [row] = await rowsOf<{ entries: string; visible: number }>(
        queries,
        sql`select
          (select coalesce(sum(entries), 0) from board_bands where sheet = ${name} and level = 2) as entries,
          (select count(*)::int from (
            select from board_scores s where s.sheet = ${name} and s.visible and s.score <> 0
              and (select p.active and ${hasPartner(audience)} from partners p where p.id = s.partner_id)
              and case when strpos(s.subject, '/') = 0 then true
                else (select true from user_partners u where u.partner_id = s.partner_id
                  and u.user_id = split_part(s.subject, '/', 2) limit 1)
              end
            limit ${minCohort}
          ) found) as visible`,
      )
      return { entries: Number(row?.entries ?? 0), enough: (row?.visible ?? 0) >= minCohort }
    },
    async scores(sheets, subject) {
      const names = sheets.map(sheetName)
      const rows = await rowsOf<{ sheet: string; score: string }>(
        queries,
        sql`select sheet, score from board_scores
          where subject = ${subject} and sheet = any(${array(names)})`,
      )
      const found = new Map(rows.map(({ sheet, score }) => [sheet, Number(score)]))
      return names.map((name) => found.get(name) ?? 0)
    },
    async groups(boardId, period) {
      const start = `${boardId}/${period}/`
      const rows = await rowsOf<{ sheet: string }>(
        queries,
        sql`select sheet from board_bands where level = 2 and entries > 0
          and sheet >= ${start} and sheet < ${start.slice(0, -1) + '0'} group by sheet order by sheet`,
      )
      return rows.map(({ sheet }) => sheet.slice(start.length))
    },
    choice,
    async lockChoice(boardId, subject) {
      await queries.execute(sql`insert into board_choices (board_id, subject, revision)
        values (${boardId}, ${subject}, 1) on conflict do nothing`)
      return choice(boardId, subject, sql`for update`)
    },
    async choose(boardId, subject, { revision, visible }) {
      await queries.execute(sql`update board_choices
        set revision = ${revision}, visible = ${visible}
        where board_id = ${boardId} and subject = ${subject}`)
      await queries.execute(sql`update board_scores set visible = ${visible}
        where board_id = ${boardId} and subject = ${subject}
          and partner_id = ${partnerIn(subject)}`)
    },
    rebuild: (rebuilding) => rebuild(queries, rebuilding),
    async pulse(boardIds, partnerIds) {
      await queries.execute(sql`insert into board_pulses (kind, id)
        select 'board', unnest(${array(boardIds)}) union all
        select 'partner', unnest(${array(partnerIds)})`)
      onPulse()
    },
    async takePulses(now, mostPartners) {
      const taken = await rowsOf<{ kind: string; id: string }>(
        queries,
        sql`with due as (
            select id from boards
            where (told_at is null or abs(extract(epoch from ${now}::timestamptz - told_at)) >= 1)
              and exists (select from board_pulses p where p.kind = 'board' and p.id = boards.id)
            for no key update skip locked
          ), told as (update boards set told_at = ${now}::timestamptz from due where boards.id = due.id),
          partners as (
            select seq from board_pulses where kind = 'partner'
            order by seq limit ${mostPartners} for update skip locked
          ),
          pulses as (
            select seq from board_pulses
            where kind = 'board' and (id in (select id from due)
              or not exists (select from boards where boards.id = board_pulses.id))
            for update skip locked
          )
          delete from board_pulses
          where seq in (select seq from partners union all select seq from pulses)
          returning board_pulses.kind, board_pulses.id`,
      )
      const [left] = await rowsOf<{ more: boolean }>(
        queries,
        sql`select exists (select from board_pulses) as more`,
      )
      const of = (kind: string) => [
        ...new Set(taken.flatMap((pulse) => (pulse.kind === kind ? pulse.id : []))),
      ]
      return {
        boardIds: of('board'),
        partnerIds: of('partner'),
        more: left?.more ?? false,
      }
    },
    async rename(subject, pseudonym) {
      await queries.execute(sql`delete from board_choices where subject = ${subject}`)
      await queries.execute(sql`update board_scores set subject = ${pseudonym}, visible = false
        where partner_id = ${partnerIn(subject)} and subject = ${subject}`)
    },
  }
}

/** The partner in the name of a subject, by which its rows are found. */
const partnerIn = (subject: string) => subject.split('/')[0] ?? ''
