import { newUuid } from '../../ids.ts'
import { systemStatement } from '../../rules/training/cmi5/launch-data.ts'
import type { Tables } from '../../store/store.ts'
import type { CourseRecord, LaunchRecord } from '../../store/training-records.ts'
import { storedStatement } from './progress.ts'

/** Ends the open sessions of a registration, so that no more statements are taken from it (cmi5, 9.3.6). */
export async function endSessions(
  { tables, now }: { tables: Tables; now: string },
  course: CourseRecord,
  registration: string,
): Promise<void> {
  for (const { id } of await tables.launches.open(registration)) {
    const before = await tables.launches.lock(id)
    if (!before || before.endedAt !== undefined) continue
    const launch: LaunchRecord = { ...before, endedAt: now, endedBy: 'abandoned' }
    await tables.launches.put([launch])
    const unit = course.units.find((one) => one.id === launch.unitId)
    // Only cmi5 has statements of this kind.
    if (!unit || course.kind !== 'cmi5') continue
    const from = Date.parse(launch.initializedAt ?? launch.launchedAt)
    const seconds = Math.max(0, (Date.parse(now) - from) / 1000)
    const statement = systemStatement('abandoned', { id: newUuid(), launch, unit, now, seconds })
    await tables.statements.insert([storedStatement(statement, launch, now)])
  }
}
