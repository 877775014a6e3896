import { sql, type SQL } from 'drizzle-orm'
import { bigint, integer, text } from 'drizzle-orm/pg-core'
import type { ContentFilter, ContentRecord } from '../../store/content-records.ts'
import { instant } from '../schema.ts'
import { audienceRow, inAudience } from './audience.ts'
import { array } from './recordset.ts'

/** The columns of an audience; an empty list is for everybody. */
export const audience = () => ({
  tiers: text().array().notNull(),
  regions: text().array().notNull(),
  partnerKinds: text('partner_kinds').array().notNull(),
  partnerIds: text('partner_ids').array().notNull(),
  roles: text().array().notNull(),
})

/** The columns by which SQL finds and orders a piece of content. */
export const contentColumns = () => ({
  id: text().primaryKey(),
  status: text().notNull(),
  sectionId: text('section_id'),
  source: text(),
  language: text().notNull(),
  languages: text().array().notNull(),
  tags: text().array().notNull(),
  productIds: text('product_ids').array().notNull(),
  /** `infinity` where there is no end. */
  validUntil: instant('valid_until').notNull(),
  dueAt: instant('due_at'),
  /** The instant of the first publication, or of its making where the record never was published. */
  publishedAt: instant('published_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  /** The vendor’s own order: promoted ones first. */
  place: bigint({ mode: 'number' }).notNull(),
  version: integer().notNull(),
  ...audience(),
})

/** The values of the columns of content. */
export function contentRow(record: ContentRecord) {
  const { id, status, language, tags, productIds, updatedAt, version, promoted, position } = record
  const { sectionId = null, source = null, validUntil = 'infinity', dueAt = null } = record
  return {
    ...{ id, status, sectionId, source, language, tags, productIds, version, updatedAt, dueAt },
    languages: Object.keys(record.texts),
    validUntil,
    publishedAt: record.publishedAt ?? record.createdAt,
    place: position + (promoted ? 0 : 10_000_000),
    ...audienceRow(record.audience),
  }
}

/** The conditions of a filter for content. */
export function contentConditions(filter: ContentFilter): SQL[] {
  const { reader, now, statuses, sectionIds, withoutSectionIds = [] } = filter
  const { tags, productIds, languages, ids } = filter
  return [
    sql`status = any(${array(statuses)})`,
    ...(ids === undefined ? [] : [sql`id = any(${array(ids)})`]),
    sql`valid_until > ${now}::timestamptz`,
    ...inAudience(reader),
    ...(sectionIds === undefined ? [] : [sql`section_id = any(${array(sectionIds)})`]),
    ...(withoutSectionIds.length === 0
      ? []
      : [sql`(section_id is null or not section_id = any(${array(withoutSectionIds)}))`]),
    ...someOf(sql`tags`, tags),
    ...someOf(sql`product_ids`, productIds),
    ...someOf(sql`languages`, languages),
  ]
}

/** The condition that a list has one of the wanted values. */
export function someOf(column: SQL, wanted: readonly string[] | undefined): SQL[] {
  return wanted === undefined ? [] : [sql`${column} && ${array(wanted)}`]
}
