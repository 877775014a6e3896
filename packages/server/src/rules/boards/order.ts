import type { Place } from '../../store/boards.ts'

/** Tells whether an entry stands above a place. */
export function isAbove(entry: Place, place: Place): boolean {
  if (entry.score !== place.score) return entry.score > place.score
  return entry.subject < place.subject
}
