import type { Award } from '@prmkit/contract'
import { awardTransitionsFrom } from '@prmkit/contract/rules'
import type {
  AwardRecord,
  CertificationRecord,
  EnrolmentRecord,
} from '../../store/training-records.ts'
import type { Owned } from '../shared/visibility.ts'
import { addDays, civil, endOfDay, today } from '../shared/zones.ts'

const day = 86_400_000

/** The facts about an award that decide who sees it. */
export function awardOwned({ partnerId, userId }: AwardRecord): Owned {
  return { partnerIds: [partnerId], ownerUserId: userId }
}

/**
 * The end of an award: the end of the same day so many months later in the vendor’s zone, or of the
 * month’s last day where it has no such day.
 */
export function endOfAward(
  issuedAt: string,
  months: number | undefined,
  zone: string,
): string | undefined {
  if (months === undefined) return undefined
  const { date } = civil(Date.parse(issuedAt), zone)
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const end = new Date(
    Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(dayOfMonth, last.getUTCDate())),
  )
  return endOfDay(end.toISOString().slice(0, 10), zone)
}

/** Tells whether an award that is valid ends within the days in which it can be renewed. */
export function isExpiringSoon(
  { status, validUntil }: Pick<AwardRecord, 'status' | 'validUntil'>,
  renewalDays: number,
  now: string,
): boolean {
  if (status !== 'active' || validUntil === undefined || validUntil < now) return false
  return Date.parse(validUntil) - Date.parse(now) <= renewalDays * day
}

/**
 * The instant until which a company may lack so many holders because people have left: each of those
 * counts for the days of grace, at most until the end of their own award.
 */
export function graceOf(
  leavers: readonly Pick<AwardRecord, 'leftAt' | 'validUntil'>[],
  missing: number,
  { graceDays, zone, now }: { graceDays: number; zone: string; now: string },
): string | undefined {
  if (missing === 0 || graceDays === 0) return undefined
  const ends = leavers.flatMap(({ leftAt, validUntil }) => {
    if (leftAt === undefined) return []
    const end = endOfDay(addDays(today(leftAt, zone), graceDays), zone)
    return validUntil !== undefined && validUntil < end ? validUntil : end
  })
  return ends
    .filter((end) => end > now)
    .toSorted()
    .at(-missing)
}

/** The instant from which on courses count towards an award after this one. */
export function countsFrom(award: AwardRecord | undefined, renewalDays: number): string {
  if (!award || award.status === 'revoked') return award?.updatedAt ?? ''
  const { validUntil } = award
  if (validUntil === undefined) return '9999'
  return new Date(Date.parse(validUntil) - renewalDays * day).toISOString()
}

/** Tells whether a finished course is good enough for a certification. */
export function isGoodEnough(
  enrolment: EnrolmentRecord | undefined,
  minimumScore: number | undefined,
  from: string,
): boolean {
  if (!enrolment || (enrolment.status !== 'completed' && enrolment.status !== 'waived'))
    return false
  if ((enrolment.completedAt ?? '') < from || enrolment.success === 'failed') return false
  if (minimumScore === undefined || enrolment.status === 'waived') return true
  return (enrolment.score?.scaled ?? 0) >= minimumScore
}

/** An award as its reader sees it. */
export function showAward(
  award: AwardRecord,
  {
    certification,
    title,
    userName,
    now,
    mayWrite,
    base,
  }: {
    certification: CertificationRecord | undefined
    title: string
    userName: string
    now: string
    mayWrite: boolean
    /** The address of this server. */
    base: string
  },
): Award {
  const {
    certificationId,
    userId,
    token,
    place: _,
    reminded: _r,
    leftAt: _l,
    shows = 'nothing',
    ...shown
  } = award
  const open = mayWrite ? awardTransitionsFrom(award.status, 'vendor') : []
  return {
    ...shown,
    allowedActions: open.map(({ action }) => action),
    certification: { id: certificationId, title },
    holder: { userId, name: userName },
    ...{ verifyUrl: `${base}/credentials/${token}`, shows },
    expiringSoon: isExpiringSoon(award, certification?.renewalDays ?? 0, now),
  }
}
