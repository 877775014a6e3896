import type { AnnouncementRecord } from '../../store/announcements.ts'

type Validity = Pick<AnnouncementRecord, 'validFrom' | 'validUntil'>

/** Tells whether an announcement has begun: until then it does not exist for anybody. */
export function hasBegun({ validFrom }: Validity, now: string): boolean {
  return validFrom <= now
}

/** Tells whether an announcement is over: it is listed no longer, and still opened by its id. */
export function isOver({ validUntil }: Validity, now: string): boolean {
  return validUntil !== undefined && validUntil <= now
}

/** The next instant at which an announcement enters or leaves lists. */
export function nextDue({ validFrom, validUntil }: Validity, now: string): string | undefined {
  return [validFrom, validUntil].find((at) => at !== undefined && at > now)
}
