import type { Deed } from '../../rules/boards/deed.ts'
import type { PointRecord, StoredRule } from '../../store/points.ts'
import type { Tables } from '../../store/store.ts'

/** The points that were given for a deed last, and how often that was. */
export interface Version {
  point: PointRecord
  version: number
}

/** The name under which a rule rewards a deed of a record. */
export const deedName = (rule: StoredRule, { resource, record }: Deed): string =>
  `${rule.id} ${resource}/${record.id}`

/**
 * The key of points that are given for a deed another time, after a reversal; the first ones have the
 * name of the deed. No name of a deed begins with this sign, so no other deed has the key.
 */
export const versionKey = (deed: string, version: number): string =>
  version === 1 ? deed : `#${version} ${deed}`

/** The points that were given last for deeds, by the name of the deed; a deed without points is not in it. */
export async function newestOf(
  { points }: Pick<Tables, 'points'>,
  deeds: readonly string[],
): Promise<Map<string, Version>> {
  const newest = new Map<string, Version>()
  let open = [...new Set(deeds)]
  for (let version = 1; open.length > 0; version++) {
    const found = await points.byKeys(open.map((deed) => versionKey(deed, version)))
    // Points are only given another time after they were taken back.
    const next: string[] = []
    for (const deed of open) {
      const point = found.get(versionKey(deed, version))
      if (!point) continue
      newest.set(deed, { point, version })
      if (point.reversedBy !== undefined) next.push(deed)
    }
    open = next
  }
  return newest
}
