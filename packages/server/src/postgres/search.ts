import { sql, type SQL } from 'drizzle-orm'

/** A pattern for `like` that finds the words wherever they stand. */
export function contains(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
}

/** All of the conditions, if there are any. */
export function where(conditions: readonly SQL[]): SQL {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join([...conditions], sql` and `)}`
}
