import type { CourseRecord, EnrolmentRecord } from '../../store/training-records.ts'
import { playerPath } from '../course-files/paths.ts'
import { addressLife, prepareLaunch, type Launching } from './launch-unit.ts'

/** Opens a part of a SCORM course in the player page at the origin of course files. */
export async function launchScorm(
  call: Launching,
  before: EnrolmentRecord,
  course: CourseRecord,
): Promise<{ url: string; window: 'own'; expiresAt: string; enrolment: EnrolmentRecord }> {
  const { launch, href, files, enrolment } = await prepareLaunch(call, before, course)
  await call.tables.launches.put([launch])
  return {
    ...{ url: new URL(`${playerPath}/${files}`, href).href, window: 'own', enrolment },
    expiresAt: new Date(Date.parse(call.now) + addressLife).toISOString(),
  }
}
