import { eq, sql } from 'drizzle-orm'
import type { ContentFile, ContentFiles, SectionRecord, Sections } from '../../store/articles.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { array, putRows } from '../query/recordset.ts'
import { contentFiles, type folders, type sections as articleSections } from './article-schema.ts'

/** A tree of sections: those of the knowledge base, or the folders of the content library. */
export function sectionTable(
  queries: Queries,
  sections: typeof articleSections | typeof folders,
): Sections {
  const select = () => queries.select({ record: sections.record }).from(sections)
  return {
    async put(records) {
      const rows = records.map((record) => ({ id: record.id, record }))
      await queries.execute(putRows(sections, 'id', rows))
    },
    async get(id) {
      return (await select().where(eq(sections.id, id)))[0]?.record
    },
    async lock(id) {
      return (await select().where(eq(sections.id, id)).for('update'))[0]?.record
    },
    async many(ids) {
      const rows = await select().where(sql`id = any(${array(ids)})`)
      return rows.map(({ record }) => record)
    },
    async all() {
      const rows = await rowsOf<{ record: SectionRecord }>(
        queries,
        sql`select record from ${sections} order by id`,
      )
      return rows.map(({ record }) => record)
    },
  }
}

export function contentFileTable(queries: Queries): ContentFiles {
  const select = () => queries.select({ record: contentFiles.record }).from(contentFiles)
  return {
    async put(records: readonly ContentFile[]) {
      const rows = records.map((record) => ({ source: record.source, id: record.id, record }))
      await queries.execute(putRows(contentFiles, 'source', rows))
    },
    async get(id) {
      return (await select().where(eq(contentFiles.id, id)).limit(1))[0]?.record
    },
    async many(ids) {
      const rows = await select().where(sql`id = any(${array(ids)})`)
      return rows.map(({ record }) => record)
    },
    async bySource(sources) {
      const rows = await select().where(sql`source = any(${array(sources)})`)
      return rows.map(({ record }) => record)
    },
    async remove(ids) {
      await queries.execute(sql`delete from content_files where id = any(${array(ids)})`)
    },
  }
}
