import type { Place } from '../../store/boards.ts'

/** Tells whether an entry stands above a place. */
export function isAbove(entry: Place, place: Place): boolean {
  if (entry.score !== place.score) return entry.score > place.score
  return entry.tie < place.tie
}

/**
 * The place of an entry among equal scores, by a hash of its sheet and subject (FNV-1a with the last
 * step of MurmurHash3). It is the same in every run and no secret: a database hashes under one.
 */
export function tieOf(entry: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < entry.length; at++)
    hash = Math.imul(hash ^ entry.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return `${((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0')} ${entry}`
}
