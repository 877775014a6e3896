import { createHash } from 'node:crypto'

/** Keys that no index could hold, because somebody typed a very long name, stand as their hash. */
export function indexable(keys: readonly string[]): string[] {
  return keys.map((key) =>
    key.length <= 300 ? key : createHash('sha256').update(key).digest('hex'),
  )
}
