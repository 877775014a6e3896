import { dateOf } from '../../rules/boards/periods.ts'
import { endOfDay } from '../../rules/shared/zones.ts'
import { localInstant } from '../../rules/boards/periods.ts'
import { datedBoard, prizeFaults } from '../../rules/boards/write.ts'
import { isEqual } from '../../rules/shared/is-equal.ts'
import type { BoardRecord } from '../../store/boards.ts'
import type { PointRules } from '../../store/points.ts'
import type { PartnerWords } from '../../store/store.ts'
import { strangeWords } from '../audience-words.ts'
import type { Dates } from '../csv/dates.ts'
import type { FileLog } from '../problems.ts'
import type { YamlFile } from '../text/yaml.ts'
import { inEach, known, labelled, once } from './labelled.ts'
import type { Understanding } from './rules.ts'
import { BoardFile } from './schemas.ts'

type Described = BoardFile['boards'][number]

/** Understands `boards.yaml`, or tells what is wrong with it. A board that stayed keeps its age. */
export function readBoards(
  file: YamlFile,
  before: readonly BoardRecord[],
  { rules }: PointRules,
  { languages, zone, now, dates, words }: Understanding & { dates: Dates; words: PartnerWords },
  log: FileLog,
): BoardRecord[] | undefined {
  const read = labelled(file, BoardFile, languages, log)
  if (!read) return undefined
  const { value, wrong } = read
  const ids = rules.map(({ id }) => id)
  let isSound = once(
    value.boards.map(({ id }) => id),
    (index, text) => wrong(['boards', index, 'id'], text),
  )
  const boards = value.boards.map((board, index) => {
    const path = ['boards', index]
    const fault = (name: string, text: string) => {
      isSound = false
      wrong([...path, name], text)
    }
    isSound &&= known(board.rules ?? [], ids, (at, text) => wrong([...path, 'rules', at], text))
    if (board.subject === 'person' && board.identity === 'named')
      fault('identity', '“named” is for companies: a person agrees to be named, so write opt_in.')
    if (!board.contest && (board.periods ?? []).length === 0)
      fault(
        'periods',
        'must name one at least, such as [month, year], unless there is a “contest”.',
      )
    for (const { field, index: at, text } of strangeWords(board.audience ?? {}, words))
      wrong([...path, 'audience', field, at], text)
    const old = before.find(({ id }) => id === board.id)
    const days = daysOf(board)
    const contest = contestOf(board, old, { dates, zone, languages }, fault)
    const day = board.from === undefined ? undefined : dates.date(board.from)
    if (board.from !== undefined && day === undefined)
      fault('from', 'is not a date. Write 2026-01-31, or today-365.')
    for (const { place, field, detail } of prizeFaults(contest?.prizes ?? [])) {
      isSound = false
      wrong([...path, 'contest', 'prizes', place, field], `cannot be. ${detail}`)
    }
    const isSaid = old?.days?.from === days.from && (old?.days ?? days.from?.startsWith('today'))
    const made = {
      ...{ id: board.id, externalIds: { key: board.id }, position: index, custom: {} },
      ...{ status: 'published' as const, fromFile: true as const, language: languages[0] ?? 'en' },
      texts: textsOf(board, languages),
      rules: board.rules ?? ids,
      ...{ subject: board.subject, scope: board.scope ?? 'all', identity: board.identity },
      ...{ minCohort: board.minCohort ?? 5, ranking: board.ranking ?? 'competition' },
      periods: board.periods ?? [],
      ...(contest && { contest }),
      audience: JSON.parse(JSON.stringify(board.audience ?? {})) as BoardRecord['audience'],
      // A day that counts from today is resolved when its words come in.
      firstDay: old && isSaid ? old.firstDay : (day ?? dateOf(old?.createdAt ?? now, zone)),
      days,
    }
    return asChanged(made, old, now)
  })
  return isSound ? boards : undefined
}

/** The days of a board as the file says them. */
function daysOf({ from, contest }: Described): NonNullable<BoardRecord['days']> {
  return {
    ...(from !== undefined && { from }),
    ...(contest && { contest: [contest.from, contest.until] }),
  }
}

function textsOf({ title, text, unit = 'points' }: Described, languages: readonly string[]) {
  const titles = inEach(title, languages)
  const texts = text === undefined ? {} : inEach(text, languages)
  const units = inEach(unit, languages)
  return Object.fromEntries(
    languages.map((language) => {
      const below = (texts as Record<string, string>)[language]
      const own = { title: titles[language] ?? '', unit: units[language] ?? '' }
      return [language, { ...own, ...(below !== undefined && { text: below }) }]
    }),
  )
}

function contestOf(
  board: Described,
  old: BoardRecord | undefined,
  { dates, zone, languages }: { dates: Dates; zone: string; languages: readonly string[] },
  fault: (name: string, text: string) => void,
): BoardRecord['contest'] {
  const { contest } = board
  if (!contest) return undefined
  const prizes = (contest.prizes ?? []).map(({ from, to, text }) => ({
    ...{ from, to: to ?? from, texts: inEach(text, languages) },
  }))
  const first = dates.date(contest.from)
  const last = dates.date(contest.until)
  if (first === undefined || last === undefined || first > last) {
    fault('contest', 'needs “from” and “until”, two days in this order, such as 2026-03-01.')
    return undefined
  }
  const words = [contest.from, contest.until]
  const isCounted = words.some((day) => day.startsWith('today'))
  const isSaid = isEqual(old?.days?.contest ?? words, words)
  if (isCounted && isSaid && old?.contest) return { ...old.contest, prizes }
  return { from: localInstant(first, '00:00:00', zone), until: endOfDay(last, zone), prizes }
}

/** The board, with a revision more where something of it changed. */
function asChanged(
  made: Omit<BoardRecord, 'createdAt' | 'updatedAt' | 'revision' | 'rulesSince'>,
  old: BoardRecord | undefined,
  now: string,
): BoardRecord {
  if (!old) {
    const times = { createdAt: now, updatedAt: now, rulesSince: now }
    return { ...made, ...times, revision: 1 }
  }
  const { createdAt, updatedAt: _, revision, rulesSince, ...before } = old
  if (isEqual(before, made)) return old
  return datedBoard({ ...made, createdAt, updatedAt: now, revision: revision + 1, rulesSince }, old)
}
