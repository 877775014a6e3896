import type { Audience, Reason } from '@prmkit/contract'
import type { Reader } from '../rules/shared/audience.ts'

/** The facts about a piece of content in one language. */
export interface ContentText {
  title: string
  /** The instant of the last change in this language. */
  updatedAt: string
}

/** A piece of content that a vendor writes: an article, an asset. */
export interface ContentRecord<
  Status extends string = string,
  Text extends ContentText = ContentText,
> {
  id: string
  externalIds: Record<string, string>
  createdAt: string
  updatedAt: string
  revision: number
  status: Status
  statusReason?: Reason
  /** The main language: its text stands in for one that is missing. */
  language: string
  texts: Record<string, Text>
  /** The section or folder that it stands in. */
  sectionId?: string
  tags: string[]
  productIds: string[]
  audience: Audience
  publishedAt?: string
  validUntil?: string
  version: number
  promoted: boolean
  position: number
  /** The path or address by which a vendor’s files name it. */
  source?: string
  /** The instant at which the content leaves lists and an event tells of that. */
  dueAt?: string
  custom: Record<string, unknown>
}

/** The content that a reader finds. */
export interface ContentFilter<Status extends string = string> {
  reader: Reader
  now: string
  statuses: readonly Status[]
  /** Only these records. */
  ids?: readonly string[]
  /** Only content that stands in these sections. */
  sectionIds?: readonly string[]
  /** No content that stands in these sections. */
  withoutSectionIds?: readonly string[]
  tags?: readonly string[]
  productIds?: readonly string[]
  languages?: readonly string[]
}
