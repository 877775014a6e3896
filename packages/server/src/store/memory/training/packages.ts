import type { CoursePackages } from '../../training.ts'
import type { PackageRecord, PackedFile } from '../../course-packages.ts'
import type { CourseRecord, EnrolmentRecord } from '../../training-records.ts'
import { Table, type Undo } from '../table.ts'

/** The rows of other tables that name packages. */
interface Naming {
  courses: ReadonlyMap<string, CourseRecord>
  enrolments: ReadonlyMap<string, EnrolmentRecord>
}

export function packageTable(undo: Undo, { courses, enrolments }: Naming): CoursePackages {
  const packages = new Table<PackageRecord>(undo)
  const files = new Table<PackedFile>(undo)
  const keyOf = (packageId: string, path: string) => `${packageId} ${path}`
  return {
    async put(record, packed) {
      if (packages.get(record.id)) return
      packages.put(record.id, record)
      for (const file of packed) files.put(keyOf(file.packageId, file.path), file)
    },
    get: async (id) => packages.get(id),
    many: async (ids) => packages.many(ids),
    file: async (packageId, path) => files.get(keyOf(packageId, path)),
    async needed(fileIds) {
      const keeping = [...enrolments.values()].filter(({ status }) => status !== 'withdrawn')
      const ids = [...courses.values(), ...keeping].flatMap(({ packageId }) => packageId ?? [])
      const needed = new Set([
        ...[...courses.values()].map(({ fileId }) => fileId),
        ...packages.many(ids).map(({ fileId }) => fileId),
      ])
      return fileIds.filter((id) => needed.has(id))
    },
  }
}
