import { isInAudience } from '../../rules/shared/audience.ts'
import type { ContentFilter, ContentRecord } from '../content-records.ts'
import type { Order } from './paging.ts'

/** Tells whether a reader finds a piece of content. */
export function matchesContent(record: ContentRecord, filter: ContentFilter): boolean {
  const { reader, now, statuses, sectionIds, withoutSectionIds } = filter
  const { tags, productIds, languages, ids } = filter
  return (
    statuses.includes(record.status) &&
    (ids?.includes(record.id) ?? true) &&
    (record.validUntil === undefined || record.validUntil > now) &&
    isInAudience(record.audience, reader) &&
    some(sectionIds, record.sectionId === undefined ? [] : [record.sectionId]) &&
    !withoutSectionIds?.includes(record.sectionId ?? '') &&
    some(tags, record.tags) &&
    some(productIds, record.productIds) &&
    some(languages, Object.keys(record.texts))
  )
}

/** Tells whether one of the wanted values is there; true where none is wanted. */
export function some(wanted: readonly string[] | undefined, has: readonly string[]): boolean {
  return wanted === undefined || wanted.some((one) => has.includes(one))
}

/** The orders that every list of content has. */
export const contentOrders = {
  position_asc: { by: (record) => `${record.promoted ? 0 : 1}${digits(record.position)}` },
  updated_desc: { by: ({ updatedAt }) => updatedAt, descending: true },
  published_desc: { by: ({ publishedAt = '' }) => publishedAt, descending: true },
} satisfies Record<string, Omit<Order<ContentRecord>, 'list'>>

/** A whole number as text that sorts as it does. */
export function digits(value: number): string {
  return String(value).padStart(12, '0')
}
