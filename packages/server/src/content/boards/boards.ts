import { dateOf } from '../../rules/boards/periods.ts'
import { endOfDay } from '../../rules/shared/zones.ts'
import { localInstant } from '../../rules/boards/periods.ts'
import { countingOf } from '../../rules/boards/counting.ts'
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
    const contest = contestOf(board, old, { dates, zone, languages }, fault)
    const day = board.from === undefined ? undefined : dates.date(board.from)
    if (board.from !== undefined && day === undefined)
      fault('from', 'is not a date. Write 2026-01-31, or today-365.')
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
      // A day that counts from today is resolved when the board comes in.
      firstDay: old?.firstDay ?? day ?? dateOf(now, zone),
    }
    return asChanged(made, old, rules, now)
  })
  return isSound ? boards : undefined
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
  { contest }: Described,
  old: BoardRecord | undefined,
  { dates, zone, languages }: { dates: Dates; zone: string; languages: readonly string[] },
  fault: (name: string, text: string) => void,
): BoardRecord['contest'] {
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
  const isCounted = [contest.from, contest.until].some((day) => day.startsWith('today'))
  if (isCounted && old?.contest) return { ...old.contest, prizes }
  return { from: localInstant(first, '00:00:00', zone), until: endOfDay(last, zone), prizes }
}

/** The board as it is, or with one revision more where something of it changed. */
function asChanged(
  made: Omit<BoardRecord, 'createdAt' | 'updatedAt' | 'revision' | 'rulesSince'>,
  old: BoardRecord | undefined,
  rules: PointRules['rules'],
  now: string,
): BoardRecord {
  const young = rules
    .filter(({ id }) => made.rules.includes(id))
    .map(({ since }) => since)
    .toSorted()
    .at(-1)
  if (!old) {
    const times = { createdAt: now, updatedAt: now, rulesSince: now }
    return { ...made, ...times, revision: 1 }
  }
  const { createdAt, updatedAt, revision, rulesSince, ...before } = old
  const isSame = isEqual(before, made)
  const counts = isEqual(countingOf(before), countingOf(made))
  const since = counts ? (young !== undefined && young > rulesSince ? young : rulesSince) : now
  if (isSame && since === rulesSince) return old
  return {
    ...{ ...made, createdAt, updatedAt: now, revision: revision + 1 },
    rulesSince: since,
  }
}
