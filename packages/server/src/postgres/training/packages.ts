import { sql, type SQL } from 'drizzle-orm'
import type { CoursePackages } from '../../store/training.ts'
import type { PackageRecord, PackedFile } from '../../store/course-packages.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { array, insertRows } from '../query/recordset.ts'
import { coursePackages, packageFiles } from './schema.ts'

export function packageTable(queries: Queries): CoursePackages {
  const records = async (rest: SQL) =>
    (
      await rowsOf<{ record: PackageRecord }>(
        queries,
        sql`select record from course_packages ${rest}`,
      )
    ).map(({ record }) => record)
  return {
    async put(record, files) {
      const added = await rowsOf(
        queries,
        sql`${insertRows(coursePackages, [{ id: record.id, record }])}
          on conflict do nothing returning id`,
      )
      if (added.length > 0 && files.length > 0)
        await queries.execute(insertRows(packageFiles, files))
    },
    get: async (id) => (await records(sql`where id = ${id}`))[0],
    many: async (ids) => (ids.length === 0 ? [] : records(sql`where id = any(${array(ids)})`)),
    async file(packageId, path) {
      const [found] = await rowsOf<PackedFile>(
        queries,
        sql`select package_id as "packageId", path, start::float8, packed_size::float8 as "packedSize",
            size::float8, is_deflated as "isDeflated"
          from package_files where package_id = ${packageId} and path = ${path}`,
      )
      return found
    },
    async needed(fileIds) {
      if (fileIds.length === 0) return []
      const wanted = array(fileIds)
      const rows = await rowsOf<{ id: string }>(
        queries,
        sql`select record->>'fileId' as id from courses where record->>'fileId' = any(${wanted})
          union select record->>'fileId' from course_packages
            where record->>'fileId' = any(${wanted}) and (
              id in (select record->>'packageId' from courses where record ? 'packageId')
              or id in (select record->>'packageId' from enrolments
                where record ? 'packageId' and status <> 'withdrawn'))`,
      )
      return rows.map(({ id }) => id)
    },
  }
}
