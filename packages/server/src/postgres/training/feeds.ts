import { sql, type SQL } from 'drizzle-orm'
import type { TrainingFeeds } from '../../store/training.ts'
import type { TrainingFeedRecord } from '../../store/training-records.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { putRows } from '../query/recordset.ts'
import { trainingFeeds } from './schema.ts'

export function feedTable(queries: Queries): TrainingFeeds {
  const one = async (condition: SQL) => {
    const query = sql`select record from training_feeds where ${condition}`
    return (await rowsOf<{ record: TrainingFeedRecord }>(queries, query))[0]?.record
  }
  return {
    of: (userId) => one(sql`user_id = ${userId}`),
    byHash: (keyHash) => one(sql`key_hash = ${keyHash}`),
    async put(record) {
      const { userId, keyHash } = record
      await queries.execute(putRows(trainingFeeds, 'user_id', [{ userId, keyHash, record }]))
    },
    async remove(userId) {
      await queries.execute(sql`delete from training_feeds where user_id = ${userId}`)
    },
  }
}
