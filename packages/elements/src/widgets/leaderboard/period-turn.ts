import type { Board, Period } from '@prmkit/contract'

/** The milliseconds until a period begins or, once it goes on, ends; `NaN` where it does neither. */
export const untilTurn = ({ status, from, until }: Period): number =>
  Date.parse((status === 'upcoming' ? from : until) ?? '') - Date.now()

/**
 * The period to show of a board that was read again: the same one, and after a month, quarter or year
 * that went on, the one that goes on now.
 */
export const nextPeriod = (
  board: Board | undefined,
  shown: Period | undefined,
): Period | undefined =>
  // Those that go on come first.
  board?.periods.find(({ id, kind }) =>
    shown?.status === 'ended' ? id === shown.id : kind === shown?.kind,
  ) ?? board?.periods[0]

/**
 * Draws the time that is left each minute. When the period begins or ends it draws at once and reads
 * the board again, and then each minute while the backend's clock is behind the reader's.
 */
export function watchPeriod(
  host: { readonly period: Period | undefined; requestUpdate(): void },
  read: () => unknown,
  signal: AbortSignal,
): void {
  let seconds = 0
  let wasOver = false
  const tick = setInterval(() => {
    const { period } = host
    const isOver = !!period && period.status !== 'ended' && untilTurn(period) <= 0
    const isMinute = ++seconds % 60 === 0
    if (isMinute || isOver !== wasOver) host.requestUpdate()
    if (isOver && (isMinute || !wasOver)) void read()
    wasOver = isOver
  }, 1000)
  signal.addEventListener('abort', () => clearInterval(tick))
}
