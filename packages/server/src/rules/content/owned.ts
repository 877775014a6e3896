import type { ContentRecord } from '../../store/content-records.ts'
import type { Owned } from '../shared/visibility.ts'

/** The states in which readers know nothing of a piece of content. */
const unknown: readonly string[] = ['draft', 'in_review']

/** Tells whether readers may know of a piece of content: it is or was published. */
export function isKnown({ status }: Pick<ContentRecord, 'status'>): boolean {
  return !unknown.includes(status)
}

/** The facts about content that decide who sees it: its audience, once it is published. */
export function contentOwned(content: Pick<ContentRecord, 'audience' | 'status'>): Owned {
  return isKnown(content) ? { partnerIds: [], audiences: [content.audience] } : { partnerIds: [] }
}
