import type { Period, PeriodKind } from '@prmkit/contract'
import type { BoardPeriod, BoardRecord } from '../../store/boards.ts'
import { addDays, civil, instantOf, today } from '../shared/zones.ts'

type Dated = Pick<BoardRecord, 'periods' | 'contest'>

/** The most periods of one kind that are offered after their end. */
const mostEnded = 12

/** The period of a kind in which a civil date lies. */
export function periodOn(kind: BoardPeriod, date: string): string {
  const [year = '', month = ''] = date.split('-')
  switch (kind) {
    case 'month':
      return `month:${year}-${month}`
    case 'quarter':
      return `quarter:${year}-Q${Math.ceil(Number(month) / 3)}`
    case 'year':
      return `year:${year}`
    case 'all':
      return 'all'
  }
}

/** The kind of a period by its name. */
export function kindOf(period: string): PeriodKind {
  return period.split(':')[0] as PeriodKind
}

/** The first civil date of a period and that of the next one; none where it has no end. */
export function datesOf(period: string): { from: string; next: string } | undefined {
  const [kind, name = ''] = period.split(':')
  const year = Number(name.slice(0, 4))
  const first = kind === 'month' ? Number(name.slice(5)) : Number(name.slice(6) || '1') * 3 - 2
  const months = { month: 1, quarter: 3, year: 12 }[kind ?? '']
  if (months === undefined) return undefined
  const from = firstOf(year, kind === 'year' ? 1 : first)
  return { from, next: firstOf(year, (kind === 'year' ? 1 : first) + months) }
}

function firstOf(year: number, month: number): string {
  const inYear = ((month - 1) % 12) + 1
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  return `${pad(year + Math.floor((month - 1) / 12), 4)}-${pad(inYear, 2)}-01`
}

/** The first and the last instant of a period. Its days are those of the zone, also where clocks change. */
export function boundsOf(
  period: string,
  zone: string,
  contest?: BoardRecord['contest'],
): { from?: string; until?: string } {
  if (period === 'contest' && contest) return { from: contest.from, until: contest.until }
  const dates = datesOf(period)
  if (!dates) return {}
  const instant = (date: string) => instantOf(date, '00:00:00', zone)
  return {
    from: new Date(instant(dates.from)).toISOString(),
    until: new Date(instant(dates.next) - 1).toISOString(),
  }
}

/** The periods of a board in which an instant counts. */
export function periodsAt(board: Dated, at: string, zone: string): string[] {
  const date = today(at, zone)
  const { contest } = board
  return [
    ...board.periods.map((kind) => periodOn(kind, date)),
    ...(contest && at >= contest.from && at <= contest.until ? ['contest'] : []),
  ]
}

/** The period of the same kind before this one; there is none for a contest and for all time. */
export function previousOf(period: string): string | undefined {
  const dates = datesOf(period)
  return dates && periodOn(kindOf(period) as BoardPeriod, addDays(dates.from, -1))
}

/** The periods that a board offers: those that go on or are to come, then those that are over, the latest first. */
export function periodsOf(
  board: Dated & Pick<BoardRecord, 'firstDay'>,
  now: string,
  zone: string,
): Period[] {
  const date = today(now, zone)
  const current = board.periods.map((kind) => periodOn(kind, date))
  const ended = current.flatMap((period) => endedBefore(period, board.firstDay))
  const all = [...(board.contest ? ['contest'] : []), ...current, ...ended]
  const shown = all.map((id) => show(id, board, now, zone))
  const isOver = ({ status }: Period) => status === 'ended'
  return [...shown.filter((period) => !isOver(period)), ...shown.filter(isOver)]
}

function endedBefore(period: string, firstDay: string): string[] {
  const found: string[] = []
  for (let before = previousOf(period); before; before = previousOf(before)) {
    const dates = datesOf(before)
    if (!dates || dates.next <= firstDay || found.length === mostEnded) break
    found.push(before)
  }
  return found
}

function show(id: string, board: Dated, now: string, zone: string): Period {
  const { from, until } = boundsOf(id, zone, board.contest)
  const isOver = until !== undefined && until < now
  const status = isOver ? 'ended' : from !== undefined && from > now ? 'upcoming' : 'running'
  return {
    ...{ id, kind: kindOf(id), status },
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  }
}

/** A civil date and time in a zone as an instant, such as the beginning of a contest. */
export function localInstant(date: string, time: string, zone: string): string {
  return new Date(instantOf(date, time, zone)).toISOString()
}

/** The civil date of an instant. */
export function dateOf(at: string, zone: string): string {
  return civil(Date.parse(at), zone).date
}
