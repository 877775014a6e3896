/** How many tests of a run passed, failed and were skipped. */
export type Tally = { passed: number; failed: number; skipped: number }

const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

export function sum(tallies: Iterable<Tally>): Tally {
  const total = { ...nothing }
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  return total
}

/** The line that every runner ends with; skips are named only when there are any. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Reads the last closing line of a runner's output. */
export function readClosingLine(output: string): Tally | undefined {
  const line = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/
  const found = output
    .trimEnd()
    .split('\n')
    .findLast((each) => line.test(each))
  const match = found && line.exec(found)
  if (!match) return undefined
  return { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3] ?? 0) }
}

/**
 * The share of one part of the suite. A runner that ends without a closing line is one check;
 * one that exits badly failed, whatever its line claims; one that ran nothing failed too.
 */
export function tallyOf(output: string, code: number): Tally {
  const read = readClosingLine(output)
  if (!read) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  const ran = read.passed + read.failed + read.skipped > 0
  const honest = code === 0 ? ran : read.failed > 0
  return honest ? read : { ...read, failed: read.failed + 1 }
}
