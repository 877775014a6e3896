import type { Tables } from '../../store/store.ts'
import type { PackageRecord } from '../../store/course-packages.ts'
import type { CourseRecord, EnrolmentRecord } from '../../store/training-records.ts'

type Begun = Pick<EnrolmentRecord, 'packageId'>

/** A course as somebody has begun it: with the parts of the package that it had then. */
export async function courseAsBegun(
  tables: Tables,
  course: CourseRecord,
  enrolment: Begun,
): Promise<CourseRecord> {
  const [id] = olderPackages(course, [enrolment])
  const older = id === undefined ? undefined : await tables.packages.get(id)
  return older ? withPackage(course, older) : course
}

/** The packages that these enrolments have and the course has no more. */
export function olderPackages(course: CourseRecord, enrolments: readonly Begun[]): string[] {
  const ids = enrolments.flatMap(({ packageId }) => packageId ?? [])
  return [...new Set(ids)].filter((id) => id !== course.packageId)
}

/** A course with the parts of another package. */
export function withPackage<Known extends CourseRecord>(
  course: Known,
  { id, kind, units, blocks }: PackageRecord,
): Known {
  return { ...course, packageId: id, kind, units, blocks }
}
