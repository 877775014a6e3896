/** A shorter word is never taken for a misspelt one. */
const shortest = 4

/** Tells whether a word can be a misspelt one: no code, no number, not too short. */
export function canBeMisspelt(word: string): boolean {
  return word.length >= shortest && /^\p{L}+$/u.test(word)
}

/** How many slips a word of this length may have. */
function slips(word: string): number {
  return word.length < 6 ? 1 : 2
}

/**
 * The known words that a misspelt one may stand for, in groups that are as likely, the likeliest first:
 * fewer slips before more, and with as many those with the same letters, since a wrong letter could
 * be any of many.
 */
export function nearWords(word: string, known: Iterable<string>): string[][] {
  const most = slips(word)
  const groups: string[][] = []
  for (const candidate of known) {
    if (candidate === word || candidate.length < shortest) continue
    const distance = distanceOf(word, candidate, most)
    if (distance > most) continue
    const at = distance * 2 + (lettersOf(candidate) === lettersOf(word) ? 0 : 1)
    groups[at] = [...(groups[at] ?? []), candidate]
  }
  return groups.flatMap((group) => [
    group.toSorted(
      (one, other) => startsAlike(other, word) - startsAlike(one, word) || (one < other ? -1 : 1),
    ),
  ])
}

function lettersOf(word: string): string {
  return [...word].toSorted().join('')
}

function startsAlike(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

/** Slips between two words, counting two neighbours that changed places as one; `most + 1` where there are more. */
export function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const swap = one[i - 1] === other[j - 1] ? 0 : 1
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + swap)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[other.length]!
}
