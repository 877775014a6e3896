import type { AnnouncementSort, Audience } from '@prmkit/contract'
import type { Reader } from '../rules/shared/audience.ts'
import type { Filled, Page, Paging } from './types.ts'

/** A piece of news from the vendor. */
export interface AnnouncementRecord {
  id: string
  externalIds: Record<string, string>
  createdAt: string
  updatedAt: string
  revision: number
  /** The main language: its text stands in for a language that is missing. */
  language: string
  /** Titles and Markdown texts, by language. */
  texts: Record<string, { title: string; text: string }>
  validFrom: string
  validUntil?: string
  acknowledge: boolean
  audience: Audience
  /** The next instant at which it enters or leaves lists, of which an event tells. */
  dueAt?: string
}

/** One person's marks on an announcement. */
export interface AnnouncementMarks {
  readAt?: string
  acknowledgedAt?: string
}

/** The announcements that a reader finds at an instant. */
export interface AnnouncementFilter {
  reader: Reader
  now: string
  /** The person whose marks tell what is unread. */
  userId: string
  unread?: boolean
}

export interface Announcements extends Filled<AnnouncementRecord> {
  get(id: string): Promise<AnnouncementRecord | undefined>
  many(ids: readonly string[]): Promise<AnnouncementRecord[]>
  /** Finds one, and nobody else changes it until this transaction ends. */
  lock(id: string): Promise<AnnouncementRecord | undefined>
  /** The announcements that are valid now and for the reader. */
  list(
    filter: AnnouncementFilter,
    sort: AnnouncementSort,
    paging: Paging,
  ): Promise<Page<AnnouncementRecord>>
  /** How many there are, and how many of them are read and unread whatever the filter says of that. */
  count(filter: AnnouncementFilter): Promise<{ total: number; read: number; unread: number }>
  /** A person's marks on announcements, by the id of the announcement. */
  marks(userId: string, ids: readonly string[]): Promise<Map<string, AnnouncementMarks>>
  /** Adds marks; one that is there already stays. Answers all of them. */
  mark(userId: string, id: string, marks: AnnouncementMarks): Promise<AnnouncementMarks>
  /** Locks announcements that are due; skips those that are locked already. */
  due(now: string, limit: number): Promise<AnnouncementRecord[]>
}
