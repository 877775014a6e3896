import type { Audience } from '@prmkit/contract'
import { outside } from '../../../rules/boards/groups.ts'
import { isAbove, tieOf } from '../../../rules/boards/order.ts'
import { periodsAt } from '../../../rules/boards/periods.ts'
import { personIn, subjectOf } from '../../../rules/boards/subjects.ts'
import {
  isRanked,
  sheetName,
  type BoardChoice,
  type BoardRecord,
  type Boards,
  type Fields,
  type RankedScore,
  type Rebuilding,
  type ScoreChange,
  type Sheet,
} from '../../boards.ts'
import type { PointRecord } from '../../points.ts'
import { Index } from '../index-by.ts'
import { Table, type Undo } from '../table.ts'

interface Score {
  sheet: Sheet
  name: string
  subject: string
  partnerId: string
  score: number
  visible: boolean
  tie: string
}

interface Pulsed {
  toldAt?: string
  isDue: boolean
}

/** Boards in memory: a sheet is put in order whenever somebody asks for it. */
export function boardTable(
  undo: Undo,
  points: () => Iterable<PointRecord & { expired?: true }>,
  isThere: (entry: {
    partnerId: string
    userId?: string | undefined
    audience: Audience
  }) => Promise<boolean>,
): Boards & { pulses(): number } {
  const boards = new Table<BoardRecord>(undo)
  const bySheet = new Index<Score>(({ name }) => [name])
  const scores = new Table<Score>(undo, (before, after) => bySheet.change(before, after))
  const choices = new Table<BoardChoice>(undo)
  const told = new Table<Pulsed>(undo)
  const partners = new Table<object>(undo)
  let pulses = 0

  const keyOf = (sheet: Sheet, subject: string) => `${sheetName(sheet)} ${subject}`
  const choiceOf = (boardId: string, subject: string) =>
    choices.get(`${boardId} ${subject}`) ?? { revision: 1 }

  /** The ranked entries of a sheet in their order. */
  function ranked(sheet: Sheet): RankedScore[] {
    const rows = [...bySheet.of(sheetName(sheet))]
      .filter(({ score }) => isRanked(score))
      .toSorted((one, other) => (isAbove(one, other) ? -1 : 1))
    let above = 0
    let valuesAbove = -1
    return rows.map(({ subject, partnerId, score, visible, tie }, index) => {
      if (rows[index - 1]?.score !== score) {
        above = index
        valuesAbove += 1
      }
      return { subject, partnerId, score, visible, tie, above, valuesAbove }
    })
  }

  function put(change: ScoreChange, shown: boolean): void {
    const { sheet, subject, partnerId, points: more } = change
    const key = keyOf(sheet, subject)
    const before = scores.get(key)
    const visible = choiceOf(sheet.boardId, subject).visible ?? shown
    scores.put(key, {
      ...{ sheet, name: sheetName(sheet), subject, partnerId, visible },
      ...{ score: (before?.score ?? 0) + more, tie: tieOf(key) },
    })
  }

  const all = async () =>
    [...boards.rows.values()].toSorted((one, other) => one.position - other.position)

  return {
    pulses: () => pulses,
    all,
    counting: all,
    async get(id) {
      return boards.get(id)
    },
    async lock(id) {
      return boards.get(id)
    },
    put: (records) => boards.putAll(records),
    async remove(ids) {
      for (const id of ids) {
        boards.delete(id)
        for (const [key, { sheet }] of [...scores.rows])
          if (sheet.boardId === id) scores.delete(key)
      }
    },
    async add(changes, shown) {
      for (const change of changes) put(change, shown.get(change.sheet.boardId) ?? false)
    },
    async scoresOf(sheet, partnerId) {
      return [...bySheet.of(sheetName(sheet))]
        .filter((row) => row.partnerId === partnerId)
        .map(({ subject, score }) => ({ subject, score }))
    },
    async standing(sheet, subject) {
      const all = ranked(sheet)
      const mine = all.find((entry) => entry.subject === subject)
      if (!mine) return undefined
      const ties = all.filter(({ score }) => score === mine.score).length - 1
      return { ...mine, ties }
    },
    async places(sheet, subjects) {
      const wanted = new Set(subjects)
      return new Map(
        ranked(sheet)
          .filter(({ subject }) => wanted.has(subject))
          .map((entry) => [entry.subject, entry]),
      )
    },
    async entries(sheet, { at, above, below }) {
      const all = ranked(sheet)
      const place = at ? all.filter((entry) => isAbove(entry, at)).length : 0
      return all.slice(Math.max(0, place - above), place + below)
    },
    async size(sheet, { minCohort, audience }) {
      const all = ranked(sheet)
      const there = await Promise.all(
        all.map(
          async ({ visible, partnerId, subject }) =>
            visible && (await isThere({ partnerId, userId: personIn(subject), audience })),
        ),
      )
      return { entries: all.length, enough: there.filter(Boolean).length >= minCohort }
    },
    async scores(sheets, subject) {
      return sheets.map((sheet) => scores.get(keyOf(sheet, subject))?.score ?? 0)
    },
    async groups(boardId, period) {
      const found = [...scores.rows.values()].filter(
        ({ sheet, score }) =>
          sheet.boardId === boardId && sheet.period === period && isRanked(score),
      )
      return [...new Set(found.map(({ sheet }) => sheet.group))].toSorted()
    },
    async choice(boardId, subject) {
      return choiceOf(boardId, subject)
    },
    async lockChoice(boardId, subject) {
      return choiceOf(boardId, subject)
    },
    async choose(boardId, subject, choice) {
      choices.put(`${boardId} ${subject}`, choice)
      for (const [key, row] of [...scores.rows])
        if (row.sheet.boardId === boardId && row.subject === subject)
          scores.put(key, { ...row, visible: choice.visible })
    },
    async rebuild(rebuilding) {
      const { board, shown } = rebuilding
      for (const [key, { sheet }] of [...scores.rows])
        if (sheet.boardId === board.id) scores.delete(key)
      const all = [...points()]
      const fields = await rebuilding.fieldsOf([...new Set(all.map(({ partnerId }) => partnerId))])
      const userIds = [...new Set(all.flatMap(({ userId }) => userId ?? []))]
      const strangers = await rebuilding.strangers(userIds)
      for (const point of all)
        for (const change of changesOf(point, rebuilding, { ...fields, strangers }))
          put(change, shown)
    },
    async pulse(boardIds, partnerIds) {
      pulses += 1
      for (const id of boardIds) told.put(id, { ...told.get(id), isDue: true })
      for (const id of partnerIds) partners.put(id, {})
    },
    async takePulses(now, mostPartners) {
      const isOver = (toldAt: string) => Math.abs(Date.parse(now) - Date.parse(toldAt)) >= 1000
      const due = [...told.rows].filter(([, { isDue }]) => isDue)
      const ready = due.filter(([, { toldAt }]) => toldAt === undefined || isOver(toldAt))
      for (const [id] of ready) told.put(id, { isDue: false, toldAt: now })
      const partnerIds = [...partners.rows.keys()].slice(0, mostPartners)
      for (const id of partnerIds) partners.delete(id)
      const boardIds = ready.map(([id]) => id).filter((id) => boards.get(id))
      return { boardIds, partnerIds, more: ready.length < due.length || partners.rows.size > 0 }
    },
    async rename(subject, pseudonym) {
      for (const [key] of [...choices.rows]) if (key.endsWith(` ${subject}`)) choices.delete(key)
      for (const [key, row] of [...scores.rows])
        if (row.subject === subject) {
          scores.delete(key)
          const other = keyOf(row.sheet, pseudonym)
          const tie = tieOf(other)
          scores.put(other, { ...row, subject: pseudonym, visible: false, tie })
        }
    },
  }
}

/** The changes of a board's scores that points make. */
function changesOf(
  point: PointRecord & { expired?: true },
  { board, timeZone }: Rebuilding,
  { groupOf, strangers }: Fields & { strangers: ReadonlySet<string> },
): ScoreChange[] {
  const subject = subjectOf(board.subject, point.partnerId, point.userId)
  if (!board.rules.includes(point.rule) || subject === undefined) return []
  const group = strangers.has(point.userId ?? '') ? outside.role : undefined
  return periodsAt(board, point.at, timeZone)
    .filter((period) => period !== 'all' || !point.expired)
    .map((period) => ({
      sheet: { boardId: board.id, period, group: group ?? groupOf(point.partnerId, period) },
      ...{ subject, partnerId: point.partnerId, points: point.points },
    }))
}
