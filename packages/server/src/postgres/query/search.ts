import { sql, type SQL } from 'drizzle-orm'
import { wordsOf } from '../../rules/shared/search.ts'

/** A pattern for `like` that finds a word wherever it stands. */
export function contains(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
}

/** The conditions that a column has every word that is looked for. */
export function hasWords(column: SQL, search: string): SQL[] {
  return wordsOf(search).map((word) => sql`${column} like ${contains(word)}`)
}

/** All of the conditions, if there are any. */
export function where(conditions: readonly SQL[]): SQL {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join([...conditions], sql` and `)}`
}
