/** The most that a page may have to fetch, in kB (1,000 bytes) after brotli. */
export const budgets = {
  autoloader: { what: 'dist/cdn/prmkit.js', limit: 2.5 },
  client: { what: 'client, complete', limit: 17 },
  dealForm: { what: 'prm-deal-form, complete', limit: 41 },
  formLater: { what: 'prm-deal-form from the first key on', limit: 25 },
  widget: { what: 'each further widget', limit: 8 },
  recordPage: { what: 'a record page opened', limit: 30 },
  everything: { what: 'everything', limit: 100 },
  firstValidators: { what: 'validators of the first resource', limit: 11 },
  furtherValidators: { what: 'validators of each further one', limit: 2 },
} as const

/** A measurement; `beside` names bytes that it does not count, and where they are. */
export type Weight = { what: string; how: string; bytes: number; limit: number; beside?: string }

export const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)

/** Notes the weights of one build, and prints each as it comes. */
export class Scale {
  readonly weights: Weight[] = []
  /** The build, by the name that a report shows. */
  readonly how: string

  constructor(how: string) {
    this.how = how
  }

  note({ what, limit }: { what: string; limit: number }, bytes: number, beside = ''): void {
    this.weights.push({ what, how: this.how, bytes, limit, beside })
    console.log(`  ${what} (${this.how}): ${kilobytes(bytes)} kB`)
  }
}

/** One line for each measurement; what is over its budget says by how much. */
export function report(weights: Weight[]): { lines: string[]; over: number } {
  const lines = weights.map(({ what, how, bytes, limit, beside }) => {
    const over = bytes > limit * 1000
    const excess = over ? `, ${Math.ceil(bytes - limit * 1000)} bytes too many` : ''
    const name = `${what} (${how})`.padEnd(44)
    return `${over ? '✖' : '✔'} ${name}${kilobytes(bytes).padStart(6)} of ${limit} kB${excess}${beside ? ` (${beside})` : ''}`
  })
  return { lines, over: lines.filter((line) => line.startsWith('✖')).length }
}
