import type { FormRecord, SettingsRecord } from '../records.ts'
import type { Programme } from '../store.ts'
import { Table, type Undo } from './table.ts'

export function programmeTable(undo: Undo): Programme {
  const settings = new Table<SettingsRecord>(undo)
  const forms = new Table<FormRecord>(undo)
  return {
    async settings() {
      const found = settings.get('programme')
      if (found) return found
      throw new Error(
        'The store has no programme yet: no settings were imported. Start the server with --content DIR, or seed the store.',
      )
    },
    async form(name) {
      return forms.get(name)
    },
    async putSettings(record) {
      settings.put('programme', record)
    },
    async putForm(record) {
      forms.put(record.name, record)
    },
  }
}
