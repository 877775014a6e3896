import type { BoardInput, FieldError } from '@prmkit/contract'
import type { BoardRecord } from '../../store/boards.ts'
import { fault, languageErrors, type DatedWriting } from '../content/write.ts'
import { endOfDay } from '../shared/zones.ts'
import { isEqual } from '../shared/is-equal.ts'
import { countingOf } from './counting.ts'
import { dateOf, localInstant } from './periods.ts'

/** The pointers of the fields that the vendor may change. */
export const editableBoard = [
  ...['/externalIds', '/texts', '/language', '/subject', '/scope', '/identity', '/minCohort'],
  ...['/ranking', '/rules', '/periods', '/contest', '/firstDay', '/audience', '/position'],
  '/custom',
]

/** A board that was never written. */
export function blankBoard(id: string, now: string): BoardRecord {
  return {
    ...{ id, externalIds: {}, createdAt: now, updatedAt: now, revision: 0, status: 'draft' },
    ...{ position: 0, language: '', texts: {}, rules: [], rulesSince: now, subject: 'partner' },
    ...{ scope: 'all', identity: 'own_only', minCohort: 5, ranking: 'competition', periods: [] },
    ...{ audience: {}, firstDay: '', custom: {} },
  }
}

/** A board as a request would say it: a contest by its days. */
export function saidBoard(
  { contest, ...board }: BoardRecord,
  zone: string,
): Partial<Omit<BoardRecord, 'contest'>> & Pick<BoardInput, 'contest'> {
  if (!contest) return board
  const { from, until, prizes } = contest
  return { ...board, contest: { from: dateOf(from, zone), until: dateOf(until, zone), prizes } }
}

/** A board as a request says it, and its faults; rules that are not known are told elsewhere. */
export function writtenBoard(
  before: BoardRecord,
  input: BoardInput,
  { now, offered, zone }: DatedWriting,
): { record: BoardRecord; errors: FieldError[] } {
  const { contest: _, statusReason: _reason, ...kept } = before
  const { subject, identity, contest, language = offered[0] ?? 'en' } = input
  const periods = [...new Set(input.periods ?? before.periods)]
  const errors = languageErrors(input, offered)
  if (subject === 'person' && identity === 'named')
    errors.push(
      fault(
        '/identity',
        'not-an-option',
        '“named” is for companies: a person agrees to be named, so use “opt_in”.',
      ),
    )
  if (periods.length === 0 && !contest)
    errors.push(fault('/periods', 'required', 'Name one at least, unless there is a contest.'))
  if (contest && contest.from > contest.until)
    errors.push(fault('/contest/until', 'too-small', 'The contest would end before it begins.'))
  for (const { place, field, code, detail } of prizeFaults(contest?.prizes ?? []))
    errors.push(fault(`/contest/prizes/${place}/${field}`, code, detail))
  const made: BoardRecord = {
    ...kept,
    ...{ updatedAt: now, revision: before.revision + 1, language, subject, identity, periods },
    externalIds: input.externalIds ?? before.externalIds,
    texts: Object.fromEntries(
      Object.entries(input.texts).map(([name, { title, text, unit }]) => [
        name,
        { title, unit, ...(text !== undefined && { text }) },
      ]),
    ),
    ...{ scope: input.scope ?? before.scope, minCohort: input.minCohort ?? before.minCohort },
    ...{ ranking: input.ranking ?? before.ranking, rules: input.rules ?? before.rules },
    ...(contest && { contest: contestOf(contest, zone) }),
    firstDay: input.firstDay ?? (before.firstDay || dateOf(now, zone)),
    ...{ audience: input.audience ?? before.audience, position: input.position ?? before.position },
    custom: input.custom ?? before.custom,
  }
  return { record: made, errors }
}

/** A board with the instant since which its scores are counted by these rules; a change of the rules moves it. */
export function datedBoard(after: BoardRecord, before: BoardRecord | undefined): BoardRecord {
  const isCountedSo = before && isEqual(countingOf(before), countingOf(after))
  return { ...after, rulesSince: isCountedSo ? before.rulesSince : after.updatedAt }
}

/** The faults of prizes: ranks in the wrong order, and a rank that wins two of them. */
export function prizeFaults(
  prizes: readonly { from: number; to?: number | undefined }[],
): { place: number; field: 'from' | 'to'; code: 'too-small' | 'not-an-option'; detail: string }[] {
  return prizes.flatMap(({ from, to = from }, place) => {
    if (to < from)
      return {
        place,
        field: 'to',
        code: 'too-small',
        detail: `The best rank of the prize is ${from}.`,
      }
    const other = prizes.findIndex(
      (one, index) => index < place && from <= (one.to ?? one.from) && to >= one.from,
    )
    if (other < 0) return []
    const { from: first, to: last = first } = prizes[other]!
    const detail = `Prize ${other + 1} is for the ranks ${first} to ${last}, so one of them would win both.`
    return { place, field: 'from', code: 'not-an-option', detail }
  })
}

/** A contest from the beginning of its first day to the end of its last one, where the vendor is. */
function contestOf(
  { from, until, prizes = [] }: NonNullable<BoardInput['contest']>,
  zone: string,
): NonNullable<BoardRecord['contest']> {
  return {
    ...{ from: localInstant(from, '00:00:00', zone), until: endOfDay(until, zone) },
    prizes: prizes.map(({ from: first, to = first, texts }) => ({ from: first, to, texts })),
  }
}
