import type { TrainingFeeds } from '../../training.ts'
import type { TrainingFeedRecord } from '../../training-records.ts'
import { Table, type Undo } from '../table.ts'

export function feedTable(undo: Undo): TrainingFeeds {
  const feeds = new Table<TrainingFeedRecord>(undo)
  return {
    of: async (userId) => feeds.get(userId),
    byHash: async (keyHash) => [...feeds.rows.values()].find((one) => one.keyHash === keyHash),
    put: async (record) => void feeds.put(record.userId, record),
    remove: async (userId) => void feeds.delete(userId),
  }
}
