import type { BoardRecord } from '../../store/boards.ts'

/** The parts of a board on which its scores depend. */
export function countingOf(
  board: Pick<
    BoardRecord,
    'rules' | 'subject' | 'scope' | 'identity' | 'periods' | 'contest' | 'audience'
  >,
) {
  const { rules, subject, scope, identity, periods, contest, audience } = board
  const days = [contest?.from, contest?.until]
  return { rules, subject, scope, identity, periods, days, audience }
}
