import { bigint, boolean, customType, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type {
  ArticleBody,
  ArticleMarks,
  ArticleRecord,
  ArticleTaskRecord,
  ContentFile,
  SectionRecord,
} from '../../store/articles.ts'
import { audience, contentColumns } from '../query/content.ts'
import { instant, record } from '../schema.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const sections = pgTable('sections', {
  id: text().primaryKey(),
  record: record<SectionRecord>(),
})

export const folders = pgTable('folders', {
  id: text().primaryKey(),
  record: record<SectionRecord>(),
})

export const articles = pgTable('articles', {
  ...contentColumns(),
  /** A million plus the helpful votes on the current version, less the others: a cursor holds no negative number. */
  helpful: bigint({ mode: 'number' }).notNull().default(1_000_000),
  views: bigint({ mode: 'number' }).notNull().default(0),
  record: record<ArticleRecord>(),
})

export const articleBodies = pgTable('article_bodies', {
  articleId: text('article_id').notNull(),
  language: text().notNull(),
  record: record<ArticleBody>(),
})

export const articleMarks = pgTable('article_marks', {
  userId: text('user_id').notNull(),
  articleId: text('article_id').notNull(),
  isSaved: boolean('is_saved').notNull(),
  ratedVersion: integer('rated_version'),
  isHelpful: boolean('is_helpful'),
  record: record<ArticleMarks>(),
})

export const articleTasks = pgTable('article_tasks', {
  id: text().primaryKey(),
  createdAt: instant('created_at').notNull(),
  status: text().notNull(),
  articleId: text('article_id').notNull(),
  authorId: text('author_id').notNull(),
  partnerId: text('partner_id'),
  assigneeId: text('assignee_id'),
  record: record<ArticleTaskRecord>(),
})

export const searches = pgTable('searches', {
  id: text().primaryKey(),
  resource: text().notNull(),
  text: text().notNull(),
  /** The text folded. */
  search: text().notNull(),
  language: text().notNull(),
  count: bigint({ mode: 'number' }).notNull(),
  found: integer().notNull(),
  clicked: integer().notNull(),
  lastAt: instant('last_at').notNull(),
  /** 1 where the search found nothing, else 0. */
  unfound: bigint({ mode: 'number' }).notNull(),
})

export const contentFiles = pgTable('content_files', {
  source: text().primaryKey(),
  id: text().notNull(),
  record: record<ContentFile>(),
})

export const textDocuments = pgTable('text_documents', {
  resource: text().notNull(),
  recordId: text('record_id').notNull(),
  language: text().notNull(),
  isMain: boolean('is_main').notNull(),
  languages: text().array().notNull(),
  title: text().notNull(),
  validUntil: instant('valid_until').notNull(),
  labels: text().array().notNull(),
  ...audience(),
  titles: tsvector().notNull(),
  /** Title and headings. */
  headings: tsvector().notNull(),
  words: tsvector().notNull(),
})

export const textParts = pgTable('text_parts', {
  resource: text().notNull(),
  recordId: text('record_id').notNull(),
  language: text().notNull(),
  place: integer().notNull(),
  heading: text().notNull(),
  anchor: text(),
  text: text().notNull(),
  words: tsvector().notNull(),
})

export const textWords = pgTable('text_words', {
  language: text().notNull(),
  word: text().notNull(),
})

export const jobs = pgTable('jobs', {
  id: text().primaryKey(),
  kind: text().notNull(),
  resource: text().notNull(),
  resourceId: text('resource_id').notNull(),
  status: text().notNull(),
  attempts: integer().notNull(),
  problem: text(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  leaseUntil: instant('lease_until'),
})
