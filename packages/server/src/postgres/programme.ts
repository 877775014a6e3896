import { eq } from 'drizzle-orm'
import type { Programme } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { forms, settings } from './schema.ts'

const name = 'programme'

export function programmeTable(queries: Queries): Programme {
  return {
    async settings() {
      const [row] = await queries.select().from(settings)
      if (row) return row.record
      throw new Error(
        'The database has no programme yet: no settings were imported. Start the server once with --content DIR.',
      )
    },
    async form(form) {
      const [row] = await queries.select().from(forms).where(eq(forms.name, form))
      return row?.record
    },
    async putSettings(record) {
      await queries
        .insert(settings)
        .values({ name, record })
        .onConflictDoUpdate({ target: settings.name, set: { record } })
    },
    async putForm(record) {
      await queries
        .insert(forms)
        .values({ name: record.name, record })
        .onConflictDoUpdate({ target: forms.name, set: { record } })
    },
  }
}
