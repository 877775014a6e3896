import type { Reason } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import { countsFrom, endOfAward, isGoodEnough } from '../../rules/training/awards.ts'
import { isInAudience, readerOf } from '../../rules/shared/audience.ts'
import type { Tables } from '../../store/store.ts'
import type {
  AwardRecord,
  CertificationRecord,
  EnrolmentRecord,
} from '../../store/training-records.ts'
import { zoneOf } from '../boards/give.ts'
import { note, type Doer } from '../shared/journal.ts'
import { newToken } from '../shared/new-token.ts'
import type { Clock } from '../../resource.ts'
import { awardResource } from './resource.ts'

/** The doer of something that may lead to an award. */
type Issuer = Pick<Doer, 'tables' | 'now' | 'requestId' | 'quiet'>

/** Gives the certifications that somebody has earned by finishing a course. */
export async function issueFor(issuer: Issuer, enrolment: EnrolmentRecord): Promise<void> {
  const { courseId, userId, partnerId } = enrolment
  for (const certification of await issuer.tables.certifications.asking(courseId))
    if (await isFor(issuer.tables, certification, userId, partnerId))
      await issueIfEarned(issuer, certification, { userId, partnerId })
}

/** Tells whether somebody at a partner may have a certification at all. */
async function isFor(
  { partners, users }: Tables,
  { audience }: CertificationRecord,
  userId: string,
  partnerId: string,
): Promise<boolean> {
  const [partner, user] = [await partners.get(partnerId), await users.get(userId)]
  if (!partner || !user) return false
  const scope = { kind: 'partner' as const, partnerId }
  return isInAudience(audience, readerOf({ side: 'partner', role: user.role, scope }, [partner]))
}

async function issueIfEarned(
  issuer: Issuer,
  certification: CertificationRecord,
  holder: { userId: string; partnerId: string },
): Promise<void> {
  const { tables, now } = issuer
  const { userId } = holder
  await tables.points.lockNames([`awards ${userId}`])
  const last = await lastAward(tables, userId, certification.id)
  const from = countsFrom(last, certification.renewalDays)
  const ids = certification.courses.map(({ courseId }) => courseId)
  const found = await tables.enrolments.latest([userId], ids)
  const isEarned = certification.courses.every(({ courseId, minimumScore }) =>
    isGoodEnough(
      found.find((one) => one.courseId === courseId),
      minimumScore,
      from,
    ),
  )
  if (!isEarned) return
  const dates = found.map(({ completedAt = now }) => (completedAt < now ? completedAt : now))
  await issue(issuer, certification, holder, last, dates.toSorted().at(-1))
}

/** The award of a certification that somebody got last. */
export async function lastAward(
  { awards }: Tables,
  userId: string,
  certificationId: string,
): Promise<AwardRecord | undefined> {
  const { items } = await awards.list(
    { userIds: [userId], certificationIds: [certificationId] },
    { limit: 500 },
  )
  return items.toSorted((one, other) => (one.issuedAt < other.issuedAt ? 1 : -1))[0]
}

/**
 * Gives a certification as of the instant at which it was earned; an award before it is renewed by it,
 * and one whose time is over already is kept as expired.
 */
export async function issue(
  issuer: Issuer,
  certification: CertificationRecord,
  holder: { userId: string; partnerId: string },
  last: AwardRecord | undefined,
  issuedAt = issuer.now,
): Promise<AwardRecord> {
  const { tables, now } = issuer
  const zone = zoneOf(await tables.programme.settings())
  const validUntil = endOfAward(issuedAt, certification.validityMonths, zone)
  const isOver = validUntil !== undefined && validUntil < now
  const award: AwardRecord = {
    ...{ id: newId('award'), externalIds: {}, createdAt: now, updatedAt: now, revision: 1 },
    ...{ status: isOver ? 'expired' : 'active', certificationId: certification.id, ...holder },
    issuedAt,
    ...(validUntil !== undefined && { validUntil }),
    ...{ token: newToken(), place: await tables.awards.nextPlace() },
  }
  await tables.awards.put([award])
  const type = awardResource.events.issued
  await note(awardResource, issuer, { type, after: award, at: issuedAt })
  if (last && (last.status === 'active' || last.status === 'expired')) {
    const after: AwardRecord = {
      ...{ ...last, status: 'renewed', renewedBy: award.id },
      ...{ updatedAt: now, revision: last.revision + 1 },
    }
    await tables.awards.put([after])
    await note(awardResource, issuer, { type: 'award.renewed', before: last, after })
  }
  return award
}

/** Takes back the awards that somebody earned by a course that no longer counts as done. */
export async function revokeFor(
  issuer: Issuer,
  { courseId, userId, updatedAt }: EnrolmentRecord,
  reason: Reason,
): Promise<void> {
  const { tables, now } = issuer
  await tables.points.lockNames([`awards ${userId}`])
  for (const { id } of await tables.certifications.asking(courseId)) {
    const before = await lastAward(tables, userId, id)
    const isOpen = before?.status === 'active' || before?.status === 'expired'
    // An award from before the end of the course does not depend on it.
    if (!before || !isOpen || before.createdAt < updatedAt) continue
    const change = { updatedAt: now, revision: before.revision + 1 }
    const after: AwardRecord = { ...before, ...change, status: 'revoked', statusReason: reason }
    await tables.awards.put([after])
    const undoes = { types: [awardResource.events.issued], at: before.issuedAt }
    await note(awardResource, issuer, { type: 'award.revoked', before, after, reason, undoes })
  }
}

/** Ends awards whose time is over, at most so many; answers how many. */
export async function expireAwards(doer: Clock, limit: number): Promise<number> {
  const { tables, now } = doer
  const due = await tables.awards.due(now, limit)
  for (const before of due) {
    const after: AwardRecord = {
      ...{ ...before, status: 'expired', updatedAt: now, revision: before.revision + 1 },
    }
    await tables.awards.put([after])
    await note(awardResource, doer, { type: 'award.expired', before, after })
  }
  return due.length
}
