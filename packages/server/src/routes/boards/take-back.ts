import { newId } from '../../ids.ts'
import type { Deed } from '../../rules/boards/deed.ts'
import type { PointRecord, StoredRule } from '../../store/points.ts'
import type { Tables } from '../../store/store.ts'
import { withinCaps } from './caps.ts'
import { give, partnerNames, zoneOf } from './give.ts'
import { reverseOpen } from './reverse.ts'
import { deedName, newestOf, versionKey } from './versions.ts'

/** Takes points back whose record went a way that a rule names. */
export async function takeBack(
  tables: Tables,
  rules: readonly StoredRule[],
  deeds: readonly Deed[],
  now: string,
): Promise<void> {
  const wanted = deeds.flatMap((deed) =>
    rules
      .filter(({ takenBackBy }) => takenBackBy.includes(deed.type))
      .map((rule) => ({ name: deedName(rule, deed), code: deed.type })),
  )
  if (wanted.length === 0) return
  const names = wanted.map(({ name }) => name)
  const newest = await newestOf(tables, names)
  const given = wanted.flatMap(({ name, code }) => {
    const point = newest.get(name)?.point
    return point ? [{ point, code }] : []
  })
  await give(tables, await reverseOpen(tables, given, now), now)
}

/** Undoes an action's points: takes back the points that it gave, and gives again those that it took. */
export async function undo(
  tables: Tables,
  rules: readonly StoredRule[],
  deeds: readonly Deed[],
  now: string,
): Promise<void> {
  for (const deed of deeds) {
    const { undoes } = deed
    if (!undoes) continue
    const names = rules.map((rule) => deedName(rule, deed))
    const taken: { point: PointRecord; code: string }[] = []
    const restored: PointRecord[] = []
    for (const [name, { point, version }] of await newestOf(tables, names)) {
      if (point.reversedBy === undefined) {
        if (undoes.types.includes(point.action) && point.at === undoes.at)
          taken.push({ point, code: deed.type })
        continue
      }
      const reversal = await tables.points.get(point.reversedBy)
      const code = reversal?.reason?.code ?? ''
      if (!undoes.types.includes(code) || reversal?.createdAt !== undoes.at) continue
      const { reversedBy: _, ...again } = point
      const key = versionKey(name, version + 1)
      restored.push({ ...again, id: newId('point'), key, createdAt: now })
    }
    const all = [...restored, ...taken.map(({ point }) => point)]
    await tables.points.lockNames(partnerNames(all.map(({ partnerId }) => partnerId)))
    await give(tables, await reverseOpen(tables, taken, now), now)
    const zone = zoneOf(await tables.programme.settings())
    await give(tables, await withinCaps(tables, restored, rules, zone), now)
  }
}
