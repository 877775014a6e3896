import { glob, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** A Markdown file of an installed package. */
export interface InstalledText {
  name: string
  text: string
}

/** The Markdown files of a usual size that installed packages bring, each text once, as they are. */
export async function installedTexts(packages: string, largest: number): Promise<InstalledText[]> {
  const found: InstalledText[] = []
  const sizes = new Set<number>()
  for await (const path of glob('.pnpm/*/node_modules/**/*.md', { cwd: packages })) {
    const file = join(packages, path)
    const { size } = await stat(file)
    if (size < 1500 || size > largest || sizes.has(size)) continue
    sizes.add(size)
    found.push({ name: basename(file), text: await readFile(file, 'utf8') })
  }
  return found.toSorted((one, other) => (one.text < other.text ? -1 : 1))
}

/** Letters beside a digit are a part of a longer word, such as `Sha1WebCrypto`. */
const words = /(?<![\p{L}\p{N}])\p{L}{5,}(?![\p{L}\p{N}])/gu

/** The longer words of some texts, in lower case, with the number of texts that have each. */
export function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The longer words of a text, each once. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(words) ?? [])
}

/**
 * A copy of a text in which every fifth of its longer words is another one, a different fifth in each
 * copy; the copy 0 is the text itself. The other words come from as many texts as they stand in, so
 * that frequent ones stay frequent.
 */
export function withOtherWords(text: string, copy: number, others: readonly string[]): string {
  if (copy === 0) return text
  return text.replaceAll(words, (word) => {
    const hash = hashOf(word.toLowerCase(), copy)
    return hash % 5 === 0 ? others[Math.floor(hash / 5) % others.length]! : word
  })
}

/** The hash FNV-1a of a word, from another beginning for each copy. */
function hashOf(word: string, copy: number): number {
  let hash = (2_166_136_261 ^ Math.imul(copy, 2_654_435_761)) >>> 0
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 16_777_619) >>> 0
  return hash
}

/** Words from which other ones are taken: each as often as there are texts that have it. */
export function wordStock(texts: readonly string[]): string[] {
  return [...countWords(texts)].flatMap(([word, count]) => Array<string>(count).fill(word))
}
