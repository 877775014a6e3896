import { beginning } from '../rules/shared/beginning.ts'

/** A text in at most so many lines of about so many letters, parted at blanks; what is left out is marked. */
export function linesOf(text: string, letters: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > letters ? `${beginning(word, letters - 1)}…` : word)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`]
}
