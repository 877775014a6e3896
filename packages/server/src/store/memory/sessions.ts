import type { SessionRecord, SigningKeyRecord } from '../records.ts'
import type { Sessions } from '../store.ts'
import { Table, type Undo } from './table.ts'

export function sessionTable(undo: Undo): Sessions {
  const table = new Table<SessionRecord>(undo)
  const keys = new Table<SigningKeyRecord>(undo)
  return {
    async insert(session) {
      table.put(session.id, session)
    },
    async get(id) {
      return table.get(id)
    },
    async end(id, endedAt) {
      const session = table.get(id)
      if (session) table.put(id, { endedAt, ...session })
    },
    async removeOf(userId) {
      for (const { id, userId: of } of [...table.rows.values()]) if (of === userId) table.delete(id)
    },
    async prune(before) {
      for (const { id, expiresAt } of [...table.rows.values()])
        if (expiresAt < before) table.delete(id)
    },
    async signingKeys() {
      return [...keys.rows.values()].toReversed()
    },
    async addSigningKey(key) {
      keys.put(key.id, key)
    },
  }
}
