/** One row that has a trace of a person, and the table that it is in. */
export interface Trace {
  table: string
  row: Record<string, unknown>
}

/** Words that a row has, and the rule by which it is rewritten. */
export interface Rewriting {
  words: readonly string[]
  rewrite(value: unknown): unknown
}

/**
 * The traces of a person in every table, whatever its resource: a table that comes later needs nothing
 * to be among them. Each table is read from its beginning to its end, so that this takes its time.
 */
export interface Traces {
  /** The rows that have one of these words. */
  find(words: readonly string[]): Promise<Trace[]>
  /** Rewrites the rows that have one of these words; answers how many were. */
  rewrite(rewriting: Rewriting): Promise<number>
}
