import { newId } from '../../ids.ts'
import type { Deed } from '../../rules/boards/deed.ts'
import { givesAt, pointsFor } from '../../rules/boards/points.ts'
import { dateOf } from '../../rules/boards/periods.ts'
import { addDays, endOfDay } from '../../rules/shared/zones.ts'
import type { PointRecord, StoredRule } from '../../store/points.ts'
import type { Tables } from '../../store/store.ts'
import { withinCaps } from './caps.ts'
import { give, zoneOf } from './give.ts'
import { takeBack, undo } from './take-back.ts'
import { deedName, newestOf, versionKey } from './versions.ts'

/**
 * Gives and takes the points for deeds, in the transaction in which they are recorded: a crash loses
 * no points, and a deed that is recorded again gives none. Each rule rewards a record once, and
 * once more for a deed after its points were taken back. An action that is undone leaves no trace.
 * Without `only`, every rule does.
 */
export async function award(
  tables: Tables,
  deeds: readonly Deed[],
  now: string,
  only?: readonly StoredRule[],
): Promise<void> {
  if (deeds.length === 0) return
  // Tiers may ask for certificates, whether or not these make points.
  const certified = deeds.filter(({ resource }) => resource === 'awards')
  if (certified.length > 0)
    await tables.boards.pulse(
      [],
      certified.flatMap(({ owned }) => owned.partnerIds),
    )
  const rules = only ?? (await tables.programme.pointRules()).rules
  for (const run of runsOf(deeds, rules)) await awardRun(tables, rules, run, now)
}

/**
 * Deeds one after another, of which the last of each run may take points back: those that follow find
 * the room below a bound that it made, however many deeds come at once.
 */
function runsOf(deeds: readonly Deed[], rules: readonly StoredRule[]): Deed[][] {
  const takes = ({ type, undoes }: Deed) =>
    undoes !== undefined || rules.some(({ takenBackBy }) => takenBackBy.includes(type))
  const runs: Deed[][] = [[]]
  for (const deed of deeds) {
    runs.at(-1)!.push(deed)
    if (takes(deed)) runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

async function awardRun(
  tables: Tables,
  rules: readonly StoredRule[],
  deeds: readonly Deed[],
  now: string,
): Promise<void> {
  const found = deeds.flatMap((deed) =>
    rules
      .filter((rule) => rule.event === deed.type && givesAt(rule, deed.at))
      .map((rule) => ({ deed, rule })),
  )
  const points = found.length === 0 ? [] : await earned(tables, found, now)
  await give(tables, points, now)
  await takeBack(tables, rules, deeds, now)
  await undo(tables, rules, deeds, now)
}

interface Found {
  deed: Deed
  rule: StoredRule
}

async function earned(
  tables: Tables,
  found: readonly Found[],
  now: string,
): Promise<PointRecord[]> {
  const zone = zoneOf(await tables.programme.settings())
  const drafts = found.flatMap(({ deed, rule }) => draftOf(deed, rule, { zone, now }) ?? [])
  const known = await newestOf(
    tables,
    drafts.map(({ key }) => key),
  )
  const fresh = new Map<string, PointRecord>()
  for (const draft of drafts) {
    const before = known.get(draft.key)
    // A deed that comes twice at once counts once, also against a bound.
    if (fresh.has(draft.key)) continue
    if (!before) fresh.set(draft.key, draft)
    else if (await isAfter(tables, draft, before.point))
      fresh.set(draft.key, { ...draft, key: versionKey(draft.key, before.version + 1) })
  }
  const rules = found.map(({ rule }) => rule)
  return withinCaps(tables, [...fresh.values()], rules, zone)
}

/** Tells whether a deed was done after the points for the one before were taken back. */
async function isAfter(
  { points }: Tables,
  { at }: PointRecord,
  { reversedBy }: PointRecord,
): Promise<boolean> {
  const reversal = reversedBy === undefined ? undefined : await points.get(reversedBy)
  return reversal !== undefined && at >= reversal.createdAt
}

function draftOf(
  deed: Deed,
  rule: StoredRule,
  { zone, now }: { zone: string; now: string },
): PointRecord | undefined {
  const [partnerId] = deed.owned.partnerIds
  const result = pointsFor(rule, deed.record)
  if (partnerId === undefined || !result || result.points === 0) return undefined
  const { at, resource, owned, type } = deed
  const { id, name } = deed.record
  return {
    ...{ id: newId('point'), key: deedName(rule, deed), partnerId, rule: rule.id, action: type },
    ...{ points: result.points, at, createdAt: now, texts: rule.texts },
    ...(owned.ownerUserId !== undefined && { userId: owned.ownerUserId }),
    ...(result.amount && { amount: result.amount }),
    ...(result.capped && { capped: true }),
    source: { resource, id, ...(name !== undefined && { name }) },
    ...validity(rule, at, zone),
  }
}

/** The last instant at which points of a rule are valid. */
export function validity(
  { validDays }: Pick<StoredRule, 'validDays'>,
  at: string,
  zone: string,
): { validUntil?: string } {
  if (validDays === undefined) return {}
  return { validUntil: endOfDay(addDays(dateOf(at, zone), validDays), zone) }
}
