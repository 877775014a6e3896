import type { BoardIdentity } from '@prmkit/contract'
import type { SessionCaller } from '../shared/callers.ts'
import type { BoardRecord } from '../../store/boards.ts'

/** Whether somebody who has not chosen is visible to others. */
export function isShown(identity: BoardIdentity): boolean {
  return identity === 'named'
}

/** Tells whether the caller decides who sees their entry: a company's is its administrators' to decide. */
export function mayChoose(
  board: Pick<BoardRecord, 'identity' | 'subject'>,
  { readOnly, role, side }: Pick<SessionCaller, 'readOnly' | 'role' | 'side'>,
): boolean {
  if (readOnly || side !== 'partner' || board.identity === 'own_only') return false
  return board.subject === 'person' || role === 'partner_admin'
}
