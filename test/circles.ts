// Finds imports that lead back to where they began.
import type { Import } from './sources.ts'

/** Each group of files that reach each other, as the shortest circle through its first file. */
export function findCircles(edges: readonly Pick<Import, 'from' | 'to'>[]): string[][] {
  const targets = new Map<string, string[]>()
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to])
  const circles: string[][] = []
  const done = new Set<string>()
  for (const file of [...targets.keys()].toSorted()) {
    if (done.has(file)) continue
    const circle = wayBack(file, targets)
    if (!circle) continue
    circles.push(circle)
    for (const each of reached(file, targets)) if (reached(each, targets).has(file)) done.add(each)
  }
  return circles
}

type Targets = ReadonlyMap<string, readonly string[]>

/** The shortest way from a file back to itself, the file at both ends. */
function wayBack(file: string, targets: Targets): string[] | undefined {
  const ways = [[file]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of targets.get(way.at(-1) ?? '') ?? []) {
      if (next === file) return [...way, next]
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}

/** Every file that this one imports, directly or not. */
function reached(file: string, targets: Targets): Set<string> {
  const found = new Set<string>()
  const open = [file]
  for (const each of open) {
    for (const next of targets.get(each) ?? []) {
      if (found.has(next)) continue
      found.add(next)
      open.push(next)
    }
  }
  return found
}
