import type { CoursePackages } from '../../training.ts'
import type { PackageRecord, PackedFile } from '../../course-packages.ts'
import { Table, type Undo } from '../table.ts'

export function packageTable(undo: Undo): CoursePackages {
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
  }
}
